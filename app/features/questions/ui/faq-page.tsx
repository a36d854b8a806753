import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Page } from '#app/ui/page.tsx'
import { PrintedSource, type Source } from '#app/ui/printed-source.tsx'
import { Section } from '#app/ui/section.tsx'
import { faqQuery } from '../faq-search.ts'
import type { OverdueEntry, ShownEntry } from '../queries/faq.server.ts'
import { themes, type Theme } from '../schema.ts'
import { Answer, OverdueAnswer } from './answer.tsx'
import { FaqSearch } from './faq-search.tsx'
import styles from './questions.module.css'

/** Of a search only what was found is read. */
interface FaqPageProps {
  campaign: { slug: string; title: string; takesQuestions: boolean }
  entries: readonly ShownEntry[]
  overdue: readonly OverdueEntry[]
  /** `null`: nothing was searched. */
  search: { q: string; found: readonly ShownEntry[] } | null
  source: Source
}

export function FaqPage({ campaign, entries, overdue, search, source }: FaqPageProps) {
  const t = useT()
  const here = `/${useLocale()}/${campaign.slug}`
  const isEmpty = !search && entries.length === 0 && overdue.length === 0
  return (
    <Page
      width="wide"
      kicker={<a href={here}>{campaign.title}</a>}
      title={t('questions.faq.title')}
      lead={<p>{t('questions.faq.lead')}</p>}
    >
      <Entrances here={here} open={campaign.takesQuestions} />
      {isEmpty ? (
        <Section id="answers" title={t('questions.faq.answers')}>
          <Empty title={t('questions.faq.empty')} />
        </Section>
      ) : (
        <>
          <FaqSearch action={`${here}/questions`} q={search?.q ?? ''} />
          {search ? <Found {...search} here={here} /> : <ByTheme entries={entries} overdue={overdue} />}
        </>
      )}
      <p className={styles.feed}>
        <a href={`${here}/questions.atom`} type="application/atom+xml">
          {t('questions.faq.feed')}
        </a>
      </p>
      <PrintedSource {...source} />
    </Page>
  )
}

/** Whoever asks, whoever disagrees and whoever found an error come in by doors of the same size. */
function Entrances({ here, open }: { here: string; open: boolean }) {
  const t = useT()
  return (
    <>
      {open ? (
        <ul className={styles.entrances}>
          {(['question', 'objection', 'correction'] as const).map((kind) => (
            <li key={kind}>
              <p>
                <ButtonLink kind="quiet" wide href={`${here}/questions/ask/${kind}`}>
                  {t(`questions.faq.entrances.${kind}`)}
                </ButtonLink>
              </p>
              <p className="small">{t(`questions.faq.entrances.${kind}Hint`)}</p>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('questions.faq.closed')}</p>
      )}
      <p className={styles.feed}>
        <a href={`${here}/questions/asked`}>{t('questions.faq.asked')}</a>
      </p>
    </>
  )
}

function Found({ q, found, here }: { q: string; found: readonly ShownEntry[]; here: string }) {
  const t = useT()
  return (
    <Section id="answers" title={t('questions.faq.found', { count: found.length, words: q })}>
      {found.length === 0 && (
        <Empty title={t('questions.faq.nothing')}>
          <p>{t('questions.faq.nothingHint')}</p>
        </Empty>
      )}
      <div className={`faq ${styles.answers}`}>
        {found.map((entry) => (
          <Answer key={entry.slug} entry={entry} />
        ))}
      </div>
      <p className={styles.feed}>
        <a href={`${here}/questions${faqQuery('')}`}>{t('questions.faq.all')}</a>
      </p>
    </Section>
  )
}

type ByThemeProps = Pick<FaqPageProps, 'entries' | 'overdue'>

function ByTheme({ entries, overdue }: ByThemeProps) {
  const of = (theme: Theme) => ({
    theme,
    entries: entries.filter((entry) => entry.theme === theme),
    overdue: overdue.filter((entry) => entry.theme === theme),
  })
  const groups = themes.map(of).filter((group) => group.entries.length + group.overdue.length > 0)
  return (
    <>
      <Contents groups={groups} />
      {groups.map((group) => (
        <ThemeSection key={group.theme} {...group} />
      ))}
    </>
  )
}

type Group = ByThemeProps & { theme: Theme }

function Contents({ groups }: { groups: readonly Group[] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <nav className={styles.contents} aria-label={t('questions.faq.contents')}>
      {groups.map(({ theme, entries }) => (
        <div key={theme}>
          <p className={styles.theme}>{t(`questions.themes.${theme}`)}</p>
          <ul>
            {entries.map(({ slug, question, lang }) => (
              <li key={slug}>
                <a href={`#${slug}`} lang={lang === locale ? undefined : lang}>
                  {question}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function ThemeSection({ theme, entries, overdue }: Group) {
  const t = useT()
  return (
    <Section id={`theme-${theme}`} title={t(`questions.themes.${theme}`)}>
      <div className={`faq ${styles.answers}`}>
        {entries.map((entry) => (
          <Answer key={entry.slug} entry={entry} />
        ))}
        {overdue.map((entry) => (
          <OverdueAnswer key={entry.slug} entry={entry} />
        ))}
      </div>
    </Section>
  )
}
