import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Standing } from '../rules.ts'
import { useClockWords, type Timed } from './clock.tsx'
import clock from './clock.module.css'
import styles from './handovers.module.css'

export interface ShownPack {
  id: number
  standing: Standing
  addressee: string
  plannedOn: string
  confirmed: number
  deliveredOn: string | null
  dueOn: string | null
  answeredOn: string | null
}

/** Where a pack is, in a few words. */
export function useStanding(): (pack: Omit<ShownPack, 'id' | 'addressee' | 'confirmed'>) => string {
  const t = useT()
  const locale = useLocale()
  return ({ standing, plannedOn, deliveredOn, dueOn, answeredOn }) => {
    const days = { sealed: plannedOn, delivered: deliveredOn, waiting: dueOn, silent: dueOn, answered: answeredOn }
    return t(`handovers.page.states.${standing}`, { day: formatDay(locale, days[standing] ?? plannedOn) })
  }
}

interface DeliveriesPageProps {
  campaign: { slug: string; title: string }
  packs: readonly ListedPack[]
}

type ListedPack = ShownPack & Timed

/** Everything that was handed to the addressee, or is ready to be. */
export function DeliveriesPage({ campaign, packs }: DeliveriesPageProps) {
  const t = useT()
  const locale = useLocale()
  const home = `/${locale}/${campaign.slug}`
  return (
    <Page
      title={t('handovers.page.title')}
      kicker={<a href={home}>{campaign.title}</a>}
      lead={<p>{t('handovers.page.lead')}</p>}
    >
      {packs.length === 0 ? (
        <Empty title={t('handovers.page.none')}>
          <p>{t('handovers.page.noneWhy')}</p>
        </Empty>
      ) : (
        <div>
          {packs.map((pack) => (
            <OnePack key={pack.id} pack={pack} href={`${home}/deliveries/${pack.id}`} />
          ))}
        </div>
      )}
      <TimeTable packs={packs.filter(({ deliveredOn }) => deliveredOn !== null)} home={home} />
    </Page>
  )
}

function OnePack({ pack, href }: { pack: ListedPack; href: string }) {
  const t = useT()
  const locale = useLocale()
  const standing = useStanding()
  const words = useClockWords()
  return (
    <article className={styles.pack}>
      <h2>
        <a href={href}>{t('handovers.page.one', { day: formatDay(locale, pack.deliveredOn ?? pack.plannedOn) })}</a>
      </h2>
      <p>{t('handovers.page.oneLead', { addressee: pack.addressee })}</p>
      <p>
        <strong>{t('handovers.page.counted', { number: formatNumber(locale, pack.confirmed) })}</strong>
        {' · '}
        <span className={styles.standing}>{standing(pack)}</span>
      </p>
      {pack.clock && <p>{words(pack.clock, pack.dueOn)}</p>}
    </article>
  )
}

/** The same as numbers side by side. Nothing while nothing was delivered. */
function TimeTable({ packs, home }: { packs: readonly ListedPack[]; home: string }) {
  const t = useT()
  const locale = useLocale()
  const words = useClockWords()
  if (packs.length === 0) return null
  return (
    <Section id="clocks" title={t('clock.all.title')}>
      <div className={clock.table}>
        <DataTable
          caption={t('clock.all.title')}
          rows={packs}
          keyOf={({ id }) => String(id)}
          empty={{ title: t('handovers.page.none') }}
          columns={[
            {
              key: 'pack',
              label: t('clock.all.pack'),
              render: ({ id, deliveredOn }) => (
                <a href={`${home}/deliveries/${id}#clock`}>{deliveredOn && formatDay(locale, deliveredOn)}</a>
              ),
            },
            {
              key: 'basis',
              label: t('clock.all.basis'),
              render: ({ due, dueOn }) => (dueOn === null ? '' : t(`clock.short.${due.basis ?? 'unsaid'}`)),
            },
            {
              key: 'due',
              label: t('clock.all.due'),
              tight: true,
              render: ({ dueOn }) => (dueOn === null ? t('clock.all.noDay') : formatDay(locale, dueOn)),
            },
            { key: 'standing', label: t('clock.all.standing'), render: (pack) => words(pack.clock, pack.dueOn) },
          ]}
        />
      </div>
    </Section>
  )
}
