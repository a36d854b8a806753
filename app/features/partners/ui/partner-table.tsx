import { Form } from '@remix-run/react'
import { formatDay, formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { ListedPartner } from '../queries/partners.server.ts'
import styles from './partners.module.css'

function KeyState({ partner }: { partner: ListedPartner }) {
  const t = useT()
  const locale = useLocale()
  const { state, lastDay, keyMadeAt } = partner
  return (
    <>
      <StatusTag tone={state === 'good' ? 'active' : 'stopped'}>{t(`partners.states.${state}`)}</StatusTag>
      <p className={styles.detail}>
        {state === 'good' && lastDay
          ? t('partners.goodUntil', { day: formatDay(locale, lastDay) })
          : t('partners.madeOn', { day: formatDay(locale, keyMadeAt) })}
      </p>
    </>
  )
}

/** Every partner with what its key may do and what came by it. */
export function PartnerTable({ partners }: { partners: readonly ListedPartner[] }) {
  const t = useT()
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  const columns: Column<ListedPartner>[] = [
    {
      key: 'organisation',
      label: t('partners.organisation'),
      render: ({ organisation, name }) => (
        <>
          {organisation}
          <p className={styles.detail}>{name}</p>
        </>
      ),
    },
    { key: 'key', label: t('partners.key'), render: (partner) => <KeyState partner={partner} /> },
    {
      key: 'campaigns',
      label: t('partners.campaigns'),
      render: ({ campaigns, scopes }) => (
        <>
          {campaigns.join(', ')}
          <p className={styles.detail}>{scopes.map((scope) => t(`partners.scopes.${scope}`)).join(', ')}</p>
        </>
      ),
    },
    {
      key: 'quota',
      label: t('partners.quota'),
      render: ({ perHour, perDay }) => t('partners.quotaIs', { perHour: number(perHour), perDay: number(perDay) }),
    },
    {
      key: 'brought',
      label: t('partners.brought'),
      render: ({ came, confirmed }) =>
        t('partners.broughtIs', { count: came, number: number(came), confirmed: number(confirmed) }),
    },
    {
      key: 'used',
      label: t('partners.lastUsed'),
      render: ({ lastUsedAt }) => (lastUsedAt ? formatInstant(locale, lastUsedAt) : t('partners.neverUsed')),
    },
    { key: 'actions', label: t('partners.actions'), render: (partner) => <Actions partner={partner} /> },
  ]
  return (
    <DataTable
      caption={t('partners.caption')}
      columns={columns}
      rows={partners}
      keyOf={({ id }) => String(id)}
      empty={{ title: t('partners.empty'), children: <p>{t('partners.emptyWhy')}</p> }}
    />
  )
}

/** Each asks once more, without a script: the button is behind a summary. */
function Actions({ partner: { id, name, state } }: { partner: ListedPartner }) {
  const t = useT()
  if (state === 'revoked') return <>{t('partners.nothingToDo')}</>
  return (
    <div className={styles.actions}>
      {(['replace', 'revoke'] as const).map((intent) => (
        <details key={intent}>
          <summary>{t(`partners.${intent}`)}</summary>
          <Form method="post">
            <input type="hidden" name="intent" value={intent} />
            <input type="hidden" name="id" value={id} />
            <p className={styles.detail}>{t(`partners.${intent}Why`)}</p>
            <Button kind="quiet">{t(`partners.${intent}Confirm`, { name })}</Button>
          </Form>
        </details>
      ))}
    </div>
  )
}
