import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { ListedWebhook } from '../queries/webhooks.server.ts'
import styles from './partners.module.css'
import { eventName } from './webhook-words.ts'

const tones = { active: 'active', paused: 'stopped', gaveUp: 'late' } as const

export function WebhookState({ state }: Pick<ListedWebhook, 'state'>) {
  const t = useT()
  return <StatusTag tone={tones[state]}>{t(`partners.webhooks.states.${state}`)}</StatusTag>
}

export function WebhookTable({ webhooks }: { webhooks: readonly ListedWebhook[] }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<ListedWebhook>[] = [
    {
      key: 'host',
      label: t('partners.webhooks.host'),
      render: ({ id, host }) => (
        <>
          {host}
          <p className={styles.detail}>
            <a href={`/admin/settings/webhooks/${id}`}>{t('partners.webhooks.open')}</a>
          </p>
        </>
      ),
    },
    {
      key: 'state',
      label: t('partners.webhooks.state'),
      render: ({ state }) => <WebhookState state={state} />,
    },
    {
      key: 'campaign',
      label: t('partners.webhooks.campaign'),
      render: ({ campaign, partner }) => (
        <>
          {campaign}
          {partner && <p className={styles.detail}>{partner}</p>}
        </>
      ),
    },
    {
      key: 'events',
      label: t('partners.webhooks.events'),
      render: ({ events }) => events.map((event) => t(eventName(event))).join(' · '),
    },
    {
      key: 'waiting',
      label: t('partners.webhooks.waiting'),
      numeric: true,
      render: ({ waiting }) => formatNumber(locale, waiting),
    },
    {
      key: 'arrived',
      label: t('partners.webhooks.tries.arrived'),
      render: ({ arrivedAt }) => (arrivedAt ? formatInstant(locale, arrivedAt) : t('partners.webhooks.never')),
    },
  ]
  return (
    <DataTable
      caption={t('partners.webhooks.caption')}
      columns={columns}
      rows={webhooks}
      keyOf={({ id }) => String(id)}
      empty={{ title: t('partners.webhooks.empty'), children: <p>{t('partners.webhooks.emptyWhy')}</p> }}
    />
  )
}
