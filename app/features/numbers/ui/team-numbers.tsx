import type { StateCounts } from '#app/features/signatures/queries.server.ts'
import { signatureStates } from '#app/features/signatures/schema.ts'
import { useAbout } from '#app/features/staff/ui/use-about.ts'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats } from '#app/ui/stat.tsx'
import type { Numbers } from '../page-numbers.server.ts'
import type { PublicCountRow } from '../schema.ts'
import { DepartmentReadings } from './department-readings.tsx'
import { DownloadTable } from './download-table.tsx'
import { useNow, useShare } from './facts.tsx'
import { PlaceBars } from './place-bars.tsx'
import { TimeReadings } from './time-readings.tsx'

interface TeamNumbersProps {
  slug: string
  numbers: Numbers
  /** Départements as anyone reads them. */
  seen: readonly PublicCountRow[]
  counted: StateCounts
}

/** The numbers as the team needs them: true values, every state, the files that say the same. */
export function TeamNumbers({ slug, numbers, seen, counted }: TeamNumbersProps) {
  const t = useT()
  const locale = useLocale()
  const about = useAbout()
  const say = (value: number) => formatNumber(locale, value)
  return (
    <>
      <Stats
        items={[
          { label: t('numbers.admin.total'), value: say(numbers.confirmed) },
          ...useNow(numbers.time),
          { label: t('numbers.admin.unconfirmed'), value: about(counted.states.pending ?? 0, counted.estimated) },
          ...useShare(numbers.share),
        ]}
      />
      <Section id="days" title={t('figures.time.heading')}>
        <TimeReadings time={numbers.time} confirmed={numbers.confirmed} goals={numbers.goals} />
      </Section>
      {numbers.confirmed > 0 && <TeamPlaces numbers={numbers} seen={seen} />}
      <div className="columns">
        <States counted={counted} />
        <Section id="downloads" title={t('numbers.admin.downloads')} intro={t('numbers.admin.downloadsIntro')}>
          <DownloadTable
            hrefOf={({ by, format }) => `/admin/numbers/download?campaign=${slug}&by=${by}&format=${format}`}
          />
        </Section>
      </div>
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

function TeamPlaces({ numbers, seen }: Pick<TeamNumbersProps, 'numbers' | 'seen'>) {
  const t = useT()
  const words = (many: string, one: string) => ({ caption: many, labelHeader: one })
  const { departments, countries, languages } = numbers
  return (
    <Section id="places" title={t('numbers.places.title')} intro={t('figures.team.intro')}>
      <DepartmentReadings {...departments} seen={seen} />
      <div className="columns">
        <PlaceBars {...words(t('numbers.places.countries'), t('numbers.places.country'))} rows={countries} />
        <PlaceBars {...words(t('numbers.places.languages'), t('numbers.places.language'))} rows={languages} />
      </div>
    </Section>
  )
}
