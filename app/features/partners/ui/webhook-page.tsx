import { Form } from '@remix-run/react'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ListedWebhook, ShownMessage } from '../queries/webhooks.server.ts'
import styles from './partners.module.css'
import { WebhookState } from './webhook-table.tsx'
import { eventName, faultName } from './webhook-words.ts'

interface WebhookPageProps {
  webhook: ListedWebhook
  messages: readonly ShownMessage[]
}

/** One webhook: how it stands, what was sent and what came back, and what can be done. */
export function WebhookPage({ webhook, messages }: WebhookPageProps) {
  const t = useT()
  return (
    <>
      {webhook.state === 'gaveUp' && (
        <Notice kind="warn" title={t('partners.webhooks.states.gaveUp')}>
          <p>{t('partners.webhooks.gaveUpWhy')}</p>
        </Notice>
      )}
      <p>
        <WebhookState state={webhook.state} /> {webhook.host} · {webhook.campaign}
        {webhook.partner && ` · ${webhook.partner}`}
      </p>
      <p>{webhook.events.map((event) => t(eventName(event))).join(' · ')}</p>
      <Deeds state={webhook.state} />
      <Messages messages={messages} />
      <p>
        <a href="/admin/settings/webhooks">{t('partners.webhooks.back')}</a>
      </p>
    </>
  )
}

function Deed({ intent }: { intent: 'test' | 'pause' | 'resume' | 'rotate' | 'remove' }) {
  const t = useT()
  return (
    <Form method="post">
      <input type="hidden" name="intent" value={intent} />
      <Button kind="quiet">{t(`partners.webhooks.deeds.${intent}`)}</Button>
    </Form>
  )
}

function Deeds({ state }: Pick<ListedWebhook, 'state'>) {
  const t = useT()
  return (
    <Section id="deeds" title={t('partners.webhooks.actions')}>
      <div className={styles.row}>
        {state === 'active' ? (
          <>
            <Deed intent="test" />
            <Deed intent="pause" />
          </>
        ) : (
          <Deed intent="resume" />
        )}
      </div>
      <div className={styles.actions}>
        {(['rotate', 'remove'] as const).map((intent) => (
          <details key={intent}>
            <summary>{t(`partners.webhooks.deeds.${intent}`)}…</summary>
            <p className={styles.detail}>{t(`partners.webhooks.deeds.${intent}Why`)}</p>
            <Deed intent={intent} />
          </details>
        ))}
      </div>
    </Section>
  )
}

function Outcome({ message: { arrivedAt, dueAt } }: { message: ShownMessage }) {
  const t = useT()
  const locale = useLocale()
  if (arrivedAt) return <>{t('partners.webhooks.tries.arrived')}</>
  if (dueAt) return <>{t('partners.webhooks.tries.waits', { instant: formatInstant(locale, dueAt) })}</>
  return <>{t('partners.webhooks.tries.held')}</>
}

function Tries({ log }: Pick<ShownMessage, 'log'>) {
  const t = useT()
  const locale = useLocale()
  if (log.length === 0) return <>{t('partners.webhooks.never')}</>
  return (
    <ul>
      {log.map(({ at, status, fault, milliseconds }) => (
        <li key={at.getTime()}>
          {status === null
            ? t('partners.webhooks.tries.failed', { instant: formatInstant(locale, at), fault: t(faultName(fault)) })
            : t('partners.webhooks.tries.answered', {
                instant: formatInstant(locale, at),
                status,
                milliseconds: formatNumber(locale, milliseconds),
              })}
        </li>
      ))}
    </ul>
  )
}

function Messages({ messages }: Pick<WebhookPageProps, 'messages'>) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<ShownMessage>[] = [
    { key: 'event', label: t('partners.webhooks.tries.event'), render: ({ event }) => t(eventName(event)) },
    {
      key: 'when',
      label: t('partners.webhooks.tries.when'),
      render: ({ createdAt }) => formatInstant(locale, createdAt),
    },
    { key: 'outcome', label: t('partners.webhooks.tries.outcome'), render: (message) => <Outcome message={message} /> },
    { key: 'log', label: t('partners.webhooks.tries.log'), render: ({ log }) => <Tries log={log} /> },
  ]
  return (
    <Section id="log" title={t('partners.webhooks.tries.title')} intro={t('partners.webhooks.tries.intro')}>
      <DataTable
        caption={t('partners.webhooks.tries.caption')}
        columns={columns}
        rows={messages}
        keyOf={({ id }) => id}
        empty={{ title: t('partners.webhooks.tries.empty'), children: <p>{t('partners.webhooks.tries.emptyWhy')}</p> }}
      />
    </Section>
  )
}
