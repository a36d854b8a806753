import { departments } from '#app/features/campaigns/departments.ts'
import { formatDay, formatNumber, formatPercent } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Columns, SmallPrint } from '#app/ui/arrange.tsx'
import { BarList } from '#app/ui/bar-list.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats } from '#app/ui/stat.tsx'
import { daysClasses, outcomes, unsaid } from '../rules/barometer/report.ts'
import { letterBars, numberOf, totalsOf, type LetterBar, type Tables } from '../rules/barometer/rows.ts'
import { Hatch, Legend, Shares, Told } from './barometer-shares.tsx'

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
  const title = (code: string) => nameOf(code)?.title ?? t('barometer.results.unnamed', { code })
  return (
    <>
      <Hatch />
      <Legend />
      <DataTable<LetterBar>
        caption={t('barometer.results.letters')}
        rows={rows}
        keyOf={({ letter }) => letter}
        empty={{ title: t('barometer.results.none') }}
        columns={[
          {
            key: 'letter',
            label: t('barometer.results.letter'),
            render: ({ letter }) => {
              const known = nameOf(letter)
              return known ? <a href={`${path}/${known.slug}`}>{known.title}</a> : title(letter)
            },
          },
          ...outcomes.map((outcome) => ({
            key: outcome,
            label: t(`barometer.outcomes.${outcome}`),
            numeric: true,
            render: ({ parts }: LetterBar) => <Told number={parts[outcome]} />,
          })),
          {
            key: 'drawing',
            label: t('barometer.results.drawing'),
            render: ({ parts, sum }) => <Shares parts={parts} sum={sum} />,
          },
        ]}
      />
      {small.length > 0 && (
        <SmallPrint>{t('barometer.results.small', { list: small.map((one) => one.title).join(' · ') })}</SmallPrint>
      )}
    </>
  )
}

/** One list of bars for each outcome that has something to show. */
function DaysSection({ tables }: Pick<ResultsProps, 'tables'>) {
  const t = useT()
  const shown = outcomes.filter((outcome) => Object.values(tables.days[outcome]).some((n) => numberOf(n) > 0))
  if (shown.length === 0) return null
  return (
    <Section id="days" title={t('barometer.results.days')}>
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
