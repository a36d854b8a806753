import { departments } from '#app/features/campaigns/departments.ts'
import { formatDay, formatNumber, formatPercent } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Columns, SmallPrint } from '#app/ui/arrange.tsx'
import { BarList } from '#app/ui/bar-list.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats } from '#app/ui/stat.tsx'
import { daysClasses, outcomes, unsaid } from '../barometer/report.ts'
import { letterBars, numberOf, totalsOf, type LetterBar, type Tables } from '../barometer/rows.ts'
import { Hatch, Legend, Shares, Told } from './barometer-shares.tsx'
import styles from './barometer.module.css'

export interface LetterName {
  code: string
  slug: string
  title: string
}

interface ResultsProps {
  tables: Tables
  /** The Monday of the week in which the numbers were made. */
  asOf: string
  letters: readonly LetterName[]
  /** Where letters are read: `/fr/score/remedies`. */
  path: string
}

/** What came back, as far as anyone may know it. */
export function BarometerResults({ tables, asOf, letters, path }: ResultsProps) {
  const t = useT()
  const locale = useLocale()
  const totals = totalsOf(tables)
  const ofOutcomes = outcomes.reduce((sum, outcome) => sum + totals.outcomes[outcome], 0)
  return (
    <>
      <Stats
        items={[
          {
            label: t('barometer.results.total'),
            value: t('barometer.results.atLeast', { number: formatNumber(locale, totals.all) }),
            detail: t('barometer.results.asOf', { day: formatDay(locale, asOf) }),
          },
          ...(ofOutcomes > 0
            ? [
                {
                  label: t('barometer.results.silence'),
                  value: formatPercent(locale, totals.outcomes.silent / ofOutcomes, 0),
                  detail: t('barometer.results.silenceDetail'),
                },
              ]
            : []),
        ]}
      />
      <Section id="letters" title={t('barometer.results.letters')} intro={t('barometer.results.lettersIntro')}>
        <LetterTable {...{ tables, letters, path }} />
      </Section>
      <DaysSection tables={tables} />
      <Places department={tables.department} />
    </>
  )
}

function LetterTable({ tables, letters, path }: Omit<ResultsProps, 'asOf'>) {
  const t = useT()
  const rows = letterBars(tables)
  const nameOf = (code: string) => letters.find((letter) => letter.code === code)
  const small = letters.filter(({ code }) => !rows.some(({ letter }) => letter === code))
  return (
    <>
      <Hatch />
      <Legend />
      <table className={styles.letters}>
        <caption className="visually-hidden">{t('barometer.results.letters')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('barometer.results.letter')}</th>
            {outcomes.map((outcome) => (
              <th key={outcome} scope="col" className={styles.number}>
                {t(`barometer.outcomes.${outcome}`)}
              </th>
            ))}
            <th scope="col">{t('barometer.results.drawing')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <LetterRow key={row.letter} {...row} known={nameOf(row.letter)} path={path} />
          ))}
        </tbody>
      </table>
      {small.length > 0 && (
        <SmallPrint>{t('barometer.results.small', { list: small.map((one) => one.title).join(' · ') })}</SmallPrint>
      )}
    </>
  )
}

/** On a phone: the letter, its bar, then its numbers with their names. */
function LetterRow({ letter, parts, sum, known, path }: LetterBar & { known: LetterName | undefined; path: string }) {
  const t = useT()
  return (
    <tr>
      <th scope="row">
        {known ? <a href={`${path}/${known.slug}`}>{known.title}</a> : t('barometer.results.unnamed', { code: letter })}
      </th>
      {outcomes.map((outcome) => (
        <td key={outcome} className={styles.number} data-label={t(`barometer.outcomes.${outcome}`)}>
          <Told number={parts[outcome]} />
        </td>
      ))}
      <td className={styles.drawing}>
        <Shares parts={parts} sum={sum} />
      </td>
    </tr>
  )
}

/** One list of bars for each outcome that has something to show. */
function DaysSection({ tables }: Pick<ResultsProps, 'tables'>) {
  const t = useT()
  const shown = outcomes.filter((outcome) => Object.values(tables.days[outcome]).some((n) => numberOf(n) > 0))
  if (shown.length === 0) return null
  return (
    <Section id="delays" title={t('barometer.results.days')}>
      <Columns>
        {shown.map((outcome) => (
          <BarList
            key={outcome}
            caption={t(`barometer.outcomes.${outcome}`)}
            labelHeader={t('barometer.results.days')}
            valueHeader={t('barometer.results.reports')}
            items={daysClasses.flatMap((days) => {
              const value = numberOf(tables.days[outcome][days] ?? 0)
              return value > 0 ? [{ key: days, label: t(`barometer.days.${days}`), value }] : []
            })}
          />
        ))}
      </Columns>
    </Section>
  )
}

function Places({ department }: Pick<Tables, 'department'>) {
  const t = useT()
  const nameOf = (code: string) =>
    code === unsaid ? t('barometer.results.unsaid') : (departments.find((one) => one.code === code)?.name ?? code)
  const items = Object.entries(department)
    .map(([key, n]) => ({ key, label: nameOf(key), value: numberOf(n) }))
    .filter(({ value }) => value > 0)
    .toSorted((a, b) => b.value - a.value || (a.key < b.key ? -1 : 1))
  return (
    <Section id="departments" title={t('barometer.results.departments')}>
      {items.length > 0 && (
        <BarList
          caption={t('barometer.results.departmentsCaption')}
          labelHeader={t('barometer.desk.department')}
          valueHeader={t('barometer.results.reports')}
          items={items}
        />
      )}
      <SmallPrint>{t(items.length > 0 ? 'barometer.results.smallPlaces' : 'barometer.results.noPlaces')}</SmallPrint>
    </Section>
  )
}
