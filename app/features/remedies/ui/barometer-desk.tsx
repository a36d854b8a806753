import { departments } from '#app/features/campaigns/departments.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats } from '#app/ui/stat.tsx'
import type { ReportedWeek } from '../queries/barometer.server.ts'
import type { Counted } from '../barometer/publication.ts'
import { answerableLetters, cellOf, daysClasses, outcomes, placeCodes, unsaid } from '../barometer/report.ts'
import { asideReasons, isAsideReason, isOdd } from '../barometer/week.ts'
import type { LetterName } from './barometer-results.tsx'

interface BarometerDeskProps {
  campaign: string
  counted: Counted
  weeks: readonly ReportedWeek[]
  published: { number: number; asOf: string } | null
  letters: readonly LetterName[]
  /** May set a week aside. */
  mayChange: boolean
}

/** The true numbers, and the weeks that may be set aside. */
export function BarometerDesk({ campaign, counted, weeks, published, letters, mayChange }: BarometerDeskProps) {
  const t = useT()
  const locale = useLocale()
  if (weeks.length === 0)
    return (
      <Empty title={t('barometer.desk.none')}>
        <p>{t('barometer.desk.noneHint')}</p>
      </Empty>
    )
  const all = placeCodes.reduce((sum, code) => sum + (counted[cellOf.department(code)] ?? 0), 0)
  return (
    <>
      <Stats
        items={[
          { label: t('barometer.desk.all'), value: formatNumber(locale, all) },
          {
            label: t('barometer.desk.published'),
            value: published
              ? t('barometer.desk.publishedNumber', {
                  number: published.number,
                  day: formatDay(locale, published.asOf),
                })
              : t('barometer.desk.publishedNone'),
          },
        ]}
      />
      <Weeks {...{ campaign, weeks, mayChange }} />
      <TrueNumbers counted={counted} letters={letters} />
    </>
  )
}

function Weeks({ campaign, weeks, mayChange }: Pick<BarometerDeskProps, 'campaign' | 'weeks' | 'mayChange'>) {
  const t = useT()
  const locale = useLocale()
  const stateOf = (week: ReportedWeek) => {
    const others = weeks.filter((other) => other.week !== week.week && other.aside === null)
    if (week.aside !== null) return isAsideReason(week.aside) ? t(`barometer.desk.reasons.${week.aside}`) : week.aside
    return t(isOdd(week, others) ? 'barometer.desk.odd' : 'barometer.desk.counts')
  }
  const columns: Column<ReportedWeek>[] = [
    { key: 'week', label: t('barometer.desk.week'), tight: true, render: ({ week }) => formatDay(locale, week) },
    { key: 'n', label: t('barometer.desk.count'), numeric: true, render: ({ n }) => formatNumber(locale, n) },
    {
      key: 'alike',
      label: t('barometer.desk.alike'),
      render: ({ alike, n }) => t('barometer.desk.alikeMost', { alike, count: n }),
    },
    { key: 'state', label: t('barometer.desk.state'), render: stateOf },
    ...(mayChange
      ? [
          {
            key: 'act',
            label: t('barometer.desk.act'),
            render: (week: ReportedWeek) => <WeekForm campaign={campaign} {...week} />,
          },
        ]
      : []),
  ]
  return (
    <Section id="weeks" title={t('barometer.desk.weeks')} intro={t('barometer.desk.weeksIntro')}>
      <DataTable
        caption={t('barometer.desk.weeks')}
        columns={columns}
        rows={weeks}
        keyOf={({ week }) => week}
        empty={{ title: t('barometer.desk.none') }}
      />
    </Section>
  )
}

/** Setting aside asks why, and unfolds; taking back is one press. */
function WeekForm({ campaign, week, aside }: Pick<ReportedWeek, 'week' | 'aside'> & { campaign: string }) {
  const t = useT()
  const day = formatDay(useLocale(), week)
  const action = `/admin/numbers/barometer?campaign=${campaign}`
  if (aside !== null)
    return (
      <form method="post" action={action}>
        <input type="hidden" name="week" value={week} />
        <Button kind="quiet" name="intent" value="back">
          {t('barometer.desk.back', { day })}
        </Button>
      </form>
    )
  return (
    <details>
      <summary>{t('barometer.desk.aside', { day })}</summary>
      <form method="post" action={action}>
        <input type="hidden" name="week" value={week} />
        <SelectField
          name="reason"
          id={`reason-${week}`}
          label={t('barometer.desk.reason')}
          choices={asideReasons.map((value) => ({ value, label: t(`barometer.desk.reasons.${value}`) }))}
          required
        />
        <Actions>
          <Button kind="quiet" name="intent" value="aside">
            {t('barometer.desk.asideNow')}
          </Button>
        </Actions>
      </form>
    </details>
  )
}

interface Line {
  key: string
  name: string
  numbers: readonly number[]
}

function TrueNumbers({ counted, letters }: Pick<BarometerDeskProps, 'counted' | 'letters'>) {
  const t = useT()
  const locale = useLocale()
  const isThere = ({ numbers }: Line) => numbers.some((n) => n > 0)
  const columnsOf = (first: string): Column<Line>[] => [
    { key: 'name', label: first, render: ({ name }) => name },
    ...outcomes.map((outcome, at) => ({
      key: outcome,
      label: t(`barometer.outcomes.${outcome}`),
      numeric: true,
      render: ({ numbers }: Line) => formatNumber(locale, numbers[at] ?? 0),
    })),
  ]
  const byLetter = answerableLetters.map((code) => ({
    key: code,
    name: letters.find((letter) => letter.code === code)?.title ?? t('barometer.results.unnamed', { code }),
    numbers: outcomes.map((outcome) => counted[cellOf.answer(code, outcome)] ?? 0),
  }))
  const byDays = daysClasses.map((days) => ({
    key: days,
    name: t(`barometer.days.${days}`),
    numbers: outcomes.map((outcome) => counted[cellOf.days(outcome, days)] ?? 0),
  }))
  const byPlace = placeCodes.map((code) => ({
    key: code,
    name:
      code === unsaid ? t('barometer.results.unsaid') : (departments.find((one) => one.code === code)?.name ?? code),
    numbers: [counted[cellOf.department(code)] ?? 0],
  }))
  const table = (caption: string, columns: Column<Line>[], lines: readonly Line[]) => (
    <DataTable
      {...{ caption, columns }}
      rows={lines.filter(isThere)}
      keyOf={({ key }) => key}
      empty={{ title: t('barometer.desk.none') }}
    />
  )
  const places = columnsOf(t('barometer.desk.department')).slice(0, 1)
  const reports = { key: 'n', label: t('barometer.desk.count'), numeric: true }
  return (
    <>
      <Section id="letters" title={t('barometer.desk.letters')}>
        {table(t('barometer.desk.letters'), columnsOf(t('barometer.results.letter')), byLetter)}
      </Section>
      <Section id="days" title={t('barometer.desk.days')}>
        {table(t('barometer.desk.days'), columnsOf(t('barometer.desk.duration')), byDays)}
      </Section>
      <Section id="departments" title={t('barometer.desk.departments')}>
        {table(
          t('barometer.desk.departments'),
          [...places, { ...reports, render: ({ numbers }) => formatNumber(locale, numbers[0] ?? 0) }],
          byPlace,
        )}
      </Section>
    </>
  )
}
