import type { ComponentProps, ReactNode } from 'react'
import { PassOn } from '#app/features/campaigns/ui/pass-on.tsx'
import { formatInstant } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Count } from '#app/ui/count.tsx'
import { Page } from '#app/ui/page.tsx'
import { PrintedSource, type Source } from '#app/ui/printed-source.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Numbers } from '../page-numbers.server.ts'
import { goalAhead } from '../rules.ts'
import { BesideTheCount } from './beside-the-count.tsx'
import { DepartmentReadings } from './department-readings.tsx'
import { DownloadTable } from './download-table.tsx'
import { Facts } from './facts.tsx'
import { GoalAhead, GoalList } from './goal-list.tsx'
import { PlaceBars } from './place-bars.tsx'
import { CountingMethod, ReadingGuide } from './reading-guide.tsx'
import { TimeReadings } from './time-readings.tsx'

interface NumbersPageProps {
  /** Paper and organisations: never part of the numbers. */
  beside: ComponentProps<typeof BesideTheCount>
  campaign: { slug: string; title: string }
  numbers: Numbers
  asOf: Date
  source: Source
  /** Before the last line: what is made of these numbers elsewhere. */
  end?: ReactNode
}

/** What is marked `data-fresh` is exchanged by the script when the count has moved; it stands still otherwise. */
export function NumbersPage({ campaign, numbers, beside, asOf, source, end }: NumbersPageProps) {
  const t = useT()
  const locale = useLocale()
  const counts = `/api/v1/campaigns/${campaign.slug}/counts`
  const { confirmed, goals } = numbers
  return (
    <Page
      width="wide"
      kicker={<a href={`/${locale}/${campaign.slug}`}>{campaign.title}</a>}
      title={t('numbers.title')}
      lead={<p>{t('numbers.lead')}</p>}
    >
      <PrintedSource {...source} />
      <Total slug={campaign.slug} numbers={numbers} asOf={asOf} />
      <BesideTheCount {...beside} />
      <Section id="days" title={t('figures.time.heading')}>
        <TimeReadings {...{ time: numbers.time, confirmed, goals }} />
      </Section>
      {confirmed > 0 && <Places numbers={numbers} />}
      {goals.length > 0 && (
        <Section id="goals" title={t('numbers.goals.title')} intro={t('numbers.goals.intro')}>
          <GoalList goals={goals} confirmed={confirmed} />
        </Section>
      )}
      <Section id="downloads" title={t('numbers.downloads.title')} intro={t('numbers.downloads.intro')}>
        <div className="columns">
          <DownloadTable hrefOf={({ by, format }) => `${counts}?by=${by}&format=${format}`} />
          <ReadingGuide address={counts} />
        </div>
        <p>
          <a href={`/${locale}/${campaign.slug}/numbers/releases`}>{t('numbers.downloads.archive')}</a>
        </p>
      </Section>
      <Method campaign={campaign} />
      {end}
      <PassOn slug={campaign.slug} />
    </Page>
  )
}

function Total({ slug, numbers, asOf }: { slug: string } & Pick<NumbersPageProps, 'numbers' | 'asOf'>) {
  const t = useT()
  const locale = useLocale()
  const { confirmed, goals } = numbers
  const goal = goalAhead(goals, confirmed)
  return (
    <>
      <div className="columns">
        <Count
          value={confirmed}
          label={t('numbers.people', { count: confirmed })}
          follow={{
            url: `/api/v1/campaigns/${slug}/count`,
            says: t('signatures.card.live', { count: 2, number: '{number}' }),
          }}
        />
        {goal && (
          <div data-fresh="goal">
            <GoalAhead goal={goal} confirmed={confirmed} />
          </div>
        )}
      </div>
      <div data-fresh="facts">
        <Facts {...numbers} />
        <p className="small">{t('numbers.asOf', { instant: formatInstant(locale, asOf) })}</p>
      </div>
    </>
  )
}

function Places({ numbers: { departments, countries, languages } }: Pick<NumbersPageProps, 'numbers'>) {
  const t = useT()
  const words = (many: string, one: string) => ({ caption: many, labelHeader: one })
  return (
    <>
      <Section id="places" title={t('numbers.places.title')} intro={t('numbers.places.intro')}>
        <DepartmentReadings {...departments} />
      </Section>
      <Section id="elsewhere" title={t('figures.elsewhere')}>
        <div className="columns" data-fresh="elsewhere">
          <PlaceBars {...words(t('numbers.places.countries'), t('numbers.places.country'))} rows={countries} />
          <PlaceBars {...words(t('numbers.places.languages'), t('numbers.places.language'))} rows={languages} />
        </div>
      </Section>
    </>
  )
}

function Method({ campaign: { slug } }: Pick<NumbersPageProps, 'campaign'>) {
  const t = useT()
  const path = `/${useLocale()}/${slug}`
  return (
    <Section id="method" title={t('numbers.method.title')} more={{ href: path, label: t('numbers.sign') }}>
      <CountingMethod />
      <p>
        <a href={`${path}/ledger`}>{t('numbers.method.ledger')}</a>
        {' · '}
        <a href={`${path}/proof`}>{t('proof.link')}</a>
      </p>
    </Section>
  )
}
