import { Verified } from '#app/features/sheets/ui/verified.tsx'
import type { Sheet } from '#app/features/sheets/schema.ts'
import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import type { PathContent } from '../path.ts'
import { offNames, tellingKeys } from '../rule-names.ts'
import { dueDay } from '../rules/deadlines/due-day.ts'
import { timeRules, type RuleId, type TimeRule } from '../rules/deadlines/time-rules.ts'
import { tellSteps } from '../rules/deadlines/tell.ts'
import styles from './deadlines.module.css'
import { useAmount } from './use-rule-words.ts'

/** The day examples begin on: short months, a weekend and a holiday are not far from it. */
const exampleDay = '2026-01-31'

interface RuleCardProps {
  sheet: Sheet<PathContent>
  rule: RuleId
  letters: readonly { href: string; title: string }[]
}

/** One rule of time in words, as everybody can read it without a script: what it is, how it counts, an example, the texts. */
export function RuleCard({ sheet, rule, letters }: RuleCardProps) {
  const t = useT()
  const locale = useLocale()
  const amount = useAmount()
  const { [locale]: words, sources } = sheet.content
  const found = timeRules[rule]
  return (
    <details className={styles.rule} id={sheet.slug}>
      <summary>
        <h3>{words.title}</h3>
        <span>{amount(rule)}</span>
      </summary>
      <p>{words.text}</p>
      {found && <Counting rule={rule} found={found} start={words.start} />}
      {words.silence !== '' && <p>{words.silence}</p>}
      {letters.length > 0 && (
        <>
          <h4>{t('deadlines.result.letters')}</h4>
          <ul className={styles.links}>
            {letters.map(({ href, title }) => (
              <li key={href}>
                <a href={href}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      <Sources sources={sources} />
      <Verified {...sheet} />
    </details>
  )
}

/** How it counts, from the same table as the calculator, and a whole count as an example. */
function Counting({ rule, found, start }: { rule: RuleId; found: TimeRule; start: string }) {
  const t = useT()
  const locale = useLocale()
  const due = dueDay({ rule, from: exampleDay })
  const kept = found.whose === 'you' ? t('deadlines.table.notMoved') : t('deadlines.table.notMovedThem')
  const day = (one: string) => formatDay(locale, one)
  return (
    <>
      <ul>
        <li>{t('deadlines.table.from', { start })}</li>
        <li>{found.franc ? t('deadlines.table.franc') : t('deadlines.table.notFranc')}</li>
        <li>{found.moved ? t('deadlines.table.moved') : kept}</li>
        {found.distant && <li>{t('deadlines.table.distant')}</li>}
      </ul>
      {due && (
        <>
          <h4>{t('deadlines.table.exampleDay', { from: day(exampleDay), day: day(due.day) })}</h4>
          <ol>
            {tellSteps(due, found.whose, {
              say: (telling, values) => t(tellingKeys[telling], values),
              off: (why) => t(offNames[why]),
              day,
            }).map((told) => (
              <li key={told}>{told}</li>
            ))}
          </ol>
        </>
      )}
    </>
  )
}

/** The texts of law behind a sheet, linked where there is a page to link to. */
export function Sources({ sources }: { sources: PathContent['sources'] }) {
  const t = useT()
  if (sources.length === 0) return null
  return (
    <p>
      {t('deadlines.table.sources')}{' '}
      {sources.map(({ text, url }, index) => (
        <span key={text}>
          {index > 0 && ' · '}
          {url === '' ? text : <a href={url}>{text}</a>}
        </span>
      ))}
    </p>
  )
}
