import { BeingVerified, Verified } from '#app/features/sheets/ui/verified.tsx'
import type { Sheet } from '#app/features/sheets/schema.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import type { PathContent } from '../path.ts'
import { isRule, type RuleId } from '../rules/deadlines/time-rules.ts'
import { Calculator } from './calculator.tsx'
import styles from './deadlines.module.css'
import { RuleCard, Sources } from './rule-card.tsx'

interface DeadlinesPageProps {
  campaign: { slug: string; title: string }
  /** Rules in words and notes on counting, those that are verified. */
  sheets: readonly Sheet<PathContent>[]
  /** Those that wait to be verified again. */
  expired: readonly { slug: string; title: string; checkBy: string }[]
  letters: readonly { slug: string; title: string }[]
}

/** The calculator, and every rule of time in words: the page says the same without a script. */
export function DeadlinesPage({ campaign, sheets, expired, letters }: DeadlinesPageProps) {
  const t = useT()
  const locale = useLocale()
  const home = `/${locale}/${campaign.slug}/remedies`
  const fitting = (slugs: readonly string[]) =>
    slugs.flatMap((slug) => {
      const letter = letters.find((one) => one.slug === slug)
      return letter ? [{ href: `${home}/${slug}`, title: letter.title }] : []
    })
  const rules = sheets.flatMap((sheet) => (isRule(sheet.content.rule) ? [{ sheet, rule: sheet.content.rule }] : []))
  const counted = rules.map(({ sheet, rule }) => {
    const { title, start, silence } = sheet.content[locale]
    return { rule, title, start, silence, letters: fitting(sheet.content.letters) }
  })
  return (
    <Page
      width="wide"
      kicker={<a href={home}>{t('deadlines.back')}</a>}
      title={t('deadlines.title')}
      lead={<p>{t('deadlines.lead')}</p>}
    >
      <Notice kind="warn" title={t('deadlines.warning.title')}>
        <p>{t('deadlines.warning.text')}</p>
      </Notice>
      {counted.length > 0 && <Calculator rules={counted} />}
      <Notes sheets={sheets} />
      <Rules rules={rules} fitting={fitting} />
      {expired.map(({ slug, title, checkBy }) => (
        <Section key={slug} id={slug} title={title}>
          <BeingVerified checkBy={checkBy} />
        </Section>
      ))}
    </Page>
  )
}

interface RulesProps {
  rules: readonly { sheet: Sheet<PathContent>; rule: RuleId }[]
  fitting: (slugs: readonly string[]) => { href: string; title: string }[]
}

function Rules({ rules, fitting }: RulesProps) {
  const t = useT()
  if (rules.length === 0) return null
  return (
    <Section id="rules" title={t('deadlines.table.title')} intro={t('deadlines.table.intro')}>
      <div className={styles.rules}>
        {rules.map(({ sheet, rule }) => (
          <RuleCard key={sheet.slug} sheet={sheet} rule={rule} letters={fitting(sheet.content.letters)} />
        ))}
      </div>
    </Section>
  )
}

/** How delays are counted, and what it changes when a letter says nothing of remedies. */
function Notes({ sheets }: { sheets: readonly Sheet<PathContent>[] }) {
  const locale = useLocale()
  return sheets
    .filter(({ content }) => content.rule === '' && content.steps.length === 0)
    .map((sheet) => (
      <Section key={sheet.slug} id={sheet.slug} title={sheet.content[locale].title}>
        <div className="prose">
          {sheet.content[locale].text.split(/\n{2,}/).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
        <Sources sources={sheet.content.sources} />
        <Verified {...sheet} />
      </Section>
    ))
}
