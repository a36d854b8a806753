import type { ReactNode } from 'react'
import type { Sheet } from '#app/features/sheets/schema.ts'
import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { Steps } from '#app/ui/steps.tsx'
import { bySituation, firstSentence } from '../rules/letter-list.ts'
import type { LetterContent } from '../schema.ts'
import { NotAdvice } from './not-advice.tsx'
import styles from './remedies.module.css'

export type ListedLetter = Pick<Sheet<LetterContent>, 'slug' | 'verifiedOn'> & {
  content: Pick<LetterContent, 'form' | 'situation' | 'deadlines'> &
    Record<'fr' | 'en', { title: string; purpose: string }>
}

interface RemediesPageProps {
  campaign: { slug: string; title: string }
  letters: readonly ListedLetter[]
  expired: readonly { slug: string; title: string; checkBy: string }[]
  /** Questions that lead to the right letter. */
  tree?: ReactNode
  /** What else there is on remedies: the calculator, the barometer. */
  more?: ReactNode
}

/** What somebody can do now: four steps, questions that lead to a letter, then every letter by what happened. */
export function RemediesPage({ campaign, letters, expired, tree, more }: RemediesPageProps) {
  const t = useT()
  const locale = useLocale()
  const home = `/${locale}/${campaign.slug}`
  const cards = letters.filter(({ content }) => content.form === 'card')
  const verified = verifiedSince(letters)
  return (
    <Page
      width="wide"
      title={t('remedies.page.title')}
      kicker={<a href={home}>{campaign.title}</a>}
      lead={<p>{t('remedies.page.lead')}</p>}
    >
      <Section id="first" title={t('remedies.first.title')}>
        <Steps
          steps={(['look', 'keep', 'write', 'company'] as const).map((step) => ({
            title: t(`remedies.first.${step}`),
            detail: t(`remedies.first.${step}How`),
          }))}
        />
      </Section>
      {tree}
      {bySituation(letters).map(({ situation, letters: some }) => (
        <Section key={situation} id={situation} title={t(`remedies.situations.${situation}`)}>
          <LetterList letters={some} home={home} />
        </Section>
      ))}
      {cards.length > 0 && (
        <Section id="cards" title={t('remedies.page.cards')} intro={t('remedies.page.cardsIntro')}>
          <LetterList letters={cards} home={home} />
        </Section>
      )}
      {expired.length > 0 && <Expired expired={expired} home={home} />}
      {more}
      <Section
        id="about"
        title={t('remedies.page.about')}
        more={{ href: `${home}/remedies/law`, label: t('remedies.law.link') }}
      >
        <div className="prose">
          <NotAdvice />
          <p>{t('remedies.page.nothingSent')}</p>
          {verified && <p>{t('remedies.page.verified', { day: formatDay(locale, verified) })}</p>}
        </div>
      </Section>
    </Page>
  )
}

/** The letter verified longest ago speaks for all; where every one is being verified again, nothing is said. */
const verifiedSince = (letters: readonly ListedLetter[]): string | undefined =>
  letters.map(({ verifiedOn }) => verifiedOn).toSorted()[0]

function LetterList({ letters, home }: { letters: readonly ListedLetter[]; home: string }) {
  const locale = useLocale()
  return (
    <ul className={styles.list}>
      {letters.map(({ slug, content }) => (
        <li key={slug}>
          <a href={`${home}/remedies/${slug}`}>{content[locale].title}</a>
          <p>{firstSentence(content[locale].purpose)}</p>
          {content.deadlines[0] && <p className={styles.time}>{firstSentence(content.deadlines[0][locale])}</p>}
        </li>
      ))}
    </ul>
  )
}

function Expired({ expired, home }: { expired: RemediesPageProps['expired']; home: string }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Section id="expired" title={t('remedies.page.expired')} intro={t('remedies.page.expiredIntro')}>
      <ul className={styles.list}>
        {expired.map(({ slug, title, checkBy }) => (
          <li key={slug}>
            <a href={`${home}/remedies/${slug}`}>{title}</a>
            <p className={styles.time}>{t('remedies.page.since', { day: formatDay(locale, checkBy) })}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
