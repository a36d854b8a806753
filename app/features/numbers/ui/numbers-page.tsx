import type { ComponentProps, ReactNode } from 'react'
import { PassOn } from '#app/features/campaigns/ui/pass-on.tsx'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { AreaChart } from '#app/ui/area-chart.tsx'
import { Count } from '#app/ui/count.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import type { publicNumbers } from '../page-numbers.server.ts'
import { goalAhead } from '../rules.ts'
import { BesideTheCount } from './beside-the-count.tsx'
import { DownloadTable } from './download-table.tsx'
import { GoalAhead, GoalList } from './goal-list.tsx'
import { PlaceBars } from './place-bars.tsx'
import { CountingMethod, ReadingGuide } from './reading-guide.tsx'

interface NumbersPageProps {
  /** Paper and organisations: never part of the numbers. */
  beside: ComponentProps<typeof BesideTheCount>
  campaign: { slug: string; title: string }
  numbers: Awaited<ReturnType<typeof publicNumbers>>
  asOf: Date
  /** Before the last line: what is made of these numbers elsewhere. */
  end?: ReactNode
}

export function NumbersPage({ campaign, numbers, beside, asOf, end }: NumbersPageProps) {
  const t = useT()
  const locale = useLocale()
  const counts = `/api/v1/campaigns/${campaign.slug}/counts`
  return (
    <Page
      width="wide"
      kicker={<a href={`/${locale}/${campaign.slug}`}>{campaign.title}</a>}
      title={t('numbers.title')}
      lead={<p>{t('numbers.lead')}</p>}
    >
      <Total {...numbers} />
      <BesideTheCount {...beside} />
      <Section
        id="days"
        title={t('numbers.days.title')}
        intro={t('numbers.asOf', { instant: formatInstant(locale, asOf) })}
      >
        <AreaChart title={t('numbers.days.chart')} points={numbers.days} empty={t('numbers.days.empty')} />
      </Section>
      {numbers.confirmed > 0 && <Places {...numbers} />}
      {numbers.goals.length > 0 && (
        <Section id="goals" title={t('numbers.goals.title')} intro={t('numbers.goals.intro')}>
          <GoalList goals={numbers.goals} confirmed={numbers.confirmed} />
        </Section>
      )}
      <Section id="downloads" title={t('numbers.downloads.title')} intro={t('numbers.downloads.intro')}>
        <div className="columns">
          <DownloadTable hrefOf={({ by, format }) => `${counts}?by=${by}&format=${format}`} />
          <ReadingGuide address={counts} />
        </div>
      </Section>
      <Section
        id="method"
        title={t('numbers.method.title')}
        more={{ href: `/${locale}/${campaign.slug}`, label: t('numbers.sign') }}
      >
        <CountingMethod />
        <p>
          <a href={`/${locale}/${campaign.slug}/ledger`}>{t('numbers.method.ledger')}</a>
          {' · '}
          <a href={`/${locale}/${campaign.slug}/proof`}>{t('proof.link')}</a>
        </p>
      </Section>
      {end}
      <PassOn slug={campaign.slug} />
    </Page>
  )
}

type Numbers = NumbersPageProps['numbers']

function Total({ confirmed, today, goals }: Pick<Numbers, 'confirmed' | 'today' | 'goals'>) {
  const t = useT()
  const locale = useLocale()
  const goal = goalAhead(goals, confirmed)
  const people = t('numbers.people', { count: confirmed })
  const sinceMidnight = t('numbers.today', { count: today, number: formatNumber(locale, today) })
  return (
    <div className="columns">
      <Count value={confirmed} label={`${people} · ${sinceMidnight}`} />
      {goal && <GoalAhead goal={goal} confirmed={confirmed} />}
    </div>
  )
}

function Places({ departments, countries, languages }: Pick<Numbers, 'departments' | 'countries' | 'languages'>) {
  const t = useT()
  const words = (many: string, one: string) => ({ caption: many, labelHeader: one })
  return (
    <Section id="places" title={t('numbers.places.title')} intro={t('numbers.places.intro')}>
      <div className="columns">
        <PlaceBars {...words(t('numbers.places.departments'), t('numbers.places.department'))} rows={departments} />
        <div className="columns">
          <PlaceBars {...words(t('numbers.places.countries'), t('numbers.places.country'))} rows={countries} />
          <PlaceBars {...words(t('numbers.places.languages'), t('numbers.places.language'))} rows={languages} />
        </div>
      </div>
    </Section>
  )
}
