import type { StateCounts } from '#app/features/signatures/queries.server.ts'
import { signatureStates } from '#app/features/signatures/schema.ts'
import { useAbout } from '#app/features/staff/ui/use-about.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { AreaChart } from '#app/ui/area-chart.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats } from '#app/ui/stat.tsx'
import type { trueNumbers } from '../page-numbers.server.ts'
import { DownloadTable } from './download-table.tsx'
import { PlaceBars } from './place-bars.tsx'

interface TeamNumbersProps {
  slug: string
  numbers: Awaited<ReturnType<typeof trueNumbers>>
  counted: StateCounts
}

/** The numbers as the team needs them: true values, every state, the files that say the same. */
export function TeamNumbers({ slug, numbers, counted }: TeamNumbersProps) {
  const t = useT()
  const locale = useLocale()
  const about = useAbout()
  const say = (value: number) => formatNumber(locale, value)
  return (
    <>
      <Stats
        items={[
          { label: t('numbers.admin.total'), value: say(numbers.confirmed) },
          { label: t('numbers.admin.today'), value: say(numbers.today) },
          { label: t('numbers.admin.yesterday'), value: say(numbers.days.at(-2)?.value ?? 0) },
          { label: t('numbers.admin.unconfirmed'), value: about(counted.states.pending ?? 0, counted.estimated) },
        ]}
      />
      <Section id="days" title={t('numbers.days.title')}>
        <AreaChart title={t('numbers.days.chart')} points={numbers.days} empty={t('numbers.days.empty')} />
      </Section>
      <div className="columns">
        <States counted={counted} />
        <Section id="downloads" title={t('numbers.admin.downloads')} intro={t('numbers.admin.downloadsIntro')}>
          <DownloadTable
            hrefOf={({ by, format }) => `/admin/numbers/download?campaign=${slug}&by=${by}&format=${format}`}
          />
        </Section>
      </div>
      {numbers.confirmed > 0 && <TeamPlaces numbers={numbers} />}
    </>
  )
}

function States({ counted: { states, estimated } }: Pick<TeamNumbersProps, 'counted'>) {
  const t = useT()
  const about = useAbout()
  const rows = signatureStates.flatMap((state) => (states[state] ? [{ state, number: states[state] }] : []))
  return (
    <Section id="states" title={t('numbers.admin.states')}>
      <DataTable
        caption={t('numbers.admin.states')}
        columns={[
          {
            key: 'state',
            label: t('numbers.admin.state'),
            render: ({ state }) => t(`numbers.admin.stateNames.${state}`),
          },
          {
            key: 'number',
            label: t('numbers.admin.number'),
            numeric: true,
            render: ({ state, number }) => about(number, estimated && state === 'pending'),
          },
        ]}
        rows={rows}
        keyOf={({ state }) => state}
        empty={{ title: t('numbers.admin.noSignature') }}
      />
    </Section>
  )
}

function TeamPlaces({ numbers }: Pick<TeamNumbersProps, 'numbers'>) {
  const t = useT()
  const words = (many: string, one: string) => ({ caption: many, labelHeader: one })
  return (
    <Section id="places" title={t('numbers.places.title')} intro={t('numbers.places.intro')}>
      <div className="columns">
        <PlaceBars
          {...words(t('numbers.places.departments'), t('numbers.places.department'))}
          rows={numbers.departments}
        />
        <div className="columns">
          <PlaceBars {...words(t('numbers.places.countries'), t('numbers.places.country'))} rows={numbers.countries} />
          <PlaceBars {...words(t('numbers.places.languages'), t('numbers.places.language'))} rows={numbers.languages} />
        </div>
      </div>
    </Section>
  )
}
