import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats } from '#app/ui/stat.tsx'
import type { Trend } from '../queries/alerts.server.ts'
import type { Group, Held } from '../queries/held.server.ts'
import { shortKey } from '../rules.ts'

interface ReviewProps {
  campaignId: number
  held: Held
  /** When this was read: what came later is not touched. */
  shownAt: Date
}

const formId = 'review'

/** What is under review, in groups that can be ticked: let pass, or made into a rule that removes. */
export function Review({ campaignId, held, shownAt }: ReviewProps) {
  const t = useT()
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  if (held.signatures === 0)
    return (
      <Empty title={t('integrity.review.empty')}>
        <p>{t('integrity.review.emptyWhy')}</p>
      </Empty>
    )
  return (
    <>
      <Stats
        items={[
          { label: t('integrity.review.heldNow'), value: number(held.signatures) },
          {
            label: t('integrity.review.confirmedNow'),
            value: number(held.confirmed),
            detail: t('integrity.review.confirmedWhy'),
          },
        ]}
      />
      <Groups
        by="network"
        title={t('integrity.review.networks')}
        intro={t('integrity.review.networksWhy')}
        groups={held.networks}
      />
      <Groups
        by="domain"
        title={t('integrity.review.domains')}
        intro={t('integrity.review.domainsWhy')}
        groups={held.domains}
      />
      <Signals signals={held.signals} />
      <Form method="post" id={formId}>
        <input type="hidden" name="campaign" value={campaignId} />
        <input type="hidden" name="heldUntil" value={shownAt.toISOString()} />
        <Section id="decide" title={t('integrity.review.decide')} intro={t('integrity.review.decideWhy')}>
          <Check name="trust" label={t('integrity.review.trust')} hint={t('integrity.review.trustWhy')} />
          <Actions>
            <Button name="intent" value="release">
              {t('integrity.review.release')}
            </Button>
            <Button kind="quiet" formMethod="get" formAction="/admin/signatures/invalidations/new">
              {t('integrity.review.toRule')}
            </Button>
          </Actions>
        </Section>
      </Form>
    </>
  )
}

function useCounts<Row extends { signatures: number; confirmed: number }>(): Column<Row>[] {
  const t = useT()
  const locale = useLocale()
  return [
    {
      key: 'signatures',
      label: t('integrity.review.signatures'),
      numeric: true,
      render: ({ signatures }) => formatNumber(locale, signatures),
    },
    {
      key: 'confirmed',
      label: t('integrity.review.confirmed'),
      numeric: true,
      render: ({ confirmed }) => formatNumber(locale, confirmed),
    },
  ]
}

interface GroupsProps {
  by: 'network' | 'domain'
  title: string
  intro: ReactNode
  groups: readonly Group[]
}

function Groups({ by, title, intro, groups }: GroupsProps) {
  const t = useT()
  const locale = useLocale()
  const counts = useCounts<Group>()
  const nameOf = ({ key, name }: Group) => name ?? t(`integrity.review.${by}`, { key: shortKey(key) })
  if (groups.length === 0) return null
  return (
    <Section id={by} title={title} intro={intro}>
      <DataTable
        caption={title}
        columns={[
          { key: 'name', label: t('integrity.review.group'), render: nameOf },
          ...counts,
          { key: 'since', label: t('integrity.review.since'), render: ({ since }) => formatInstant(locale, since) },
        ]}
        rows={groups}
        keyOf={({ key }) => `${by}:${key}`}
        select={{ name: 'group', form: formId, nameOf }}
        empty={{ title: '' }}
      />
    </Section>
  )
}

function Signals({ signals }: Pick<Held, 'signals'>) {
  const t = useT()
  const counts = useCounts<Held['signals'][number]>()
  const nameOf = ({ key }: Held['signals'][number]) => t(`integrity.signals.${key}`)
  return (
    <Section id="signals" title={t('integrity.review.signals')} intro={t('integrity.review.signalsWhy')}>
      <DataTable
        caption={t('integrity.review.signals')}
        columns={[{ key: 'name', label: t('integrity.review.signal'), render: nameOf }, ...counts]}
        rows={signals}
        keyOf={({ key }) => `signal:${key}`}
        select={{ name: 'group', form: formId, nameOf }}
        empty={{ title: '' }}
      />
    </Section>
  )
}

/** The largest networks and domains of the day, odd or not: what a busy day usually looks like. */
export function Trends({ trends }: { trends: readonly Trend[] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Section
      id="trends"
      title={t('integrity.trends.title')}
      intro={t('integrity.trends.intro')}
      more={{ href: '/admin/signatures/domains', label: t('integrity.trends.more') }}
    >
      <DataTable
        caption={t('integrity.trends.title')}
        columns={[
          {
            key: 'what',
            label: t('integrity.trends.what'),
            render: ({ kind, key, name }) => name ?? t(`integrity.review.${kind}`, { key: shortKey(key) }),
          },
          { key: 'hour', label: t('integrity.trends.hour'), render: ({ hour }) => formatInstant(locale, hour) },
          {
            key: 'n',
            label: t('integrity.review.signatures'),
            numeric: true,
            render: ({ n }) => formatNumber(locale, n),
          },
          {
            key: 'odd',
            label: t('integrity.trends.looks'),
            render: ({ odd }) => t(odd ? 'integrity.trends.odd' : 'integrity.trends.ordinary'),
          },
        ]}
        rows={trends}
        keyOf={({ kind, key, hour }) => `${kind}${key}${hour.toISOString()}`}
        empty={{ title: t('integrity.trends.empty'), children: <p>{t('integrity.trends.emptyWhy')}</p> }}
      />
    </Section>
  )
}
