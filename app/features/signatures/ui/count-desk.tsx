import { Form } from '@remix-run/react'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Stats } from '#app/ui/stat.tsx'
import type { RecountRow } from '../queries/recounts.server.ts'

interface CountDeskProps {
  confirmed: number
  latest: readonly RecountRow[]
  unseen: readonly RecountRow[]
}

/** What every night's recount found, and what it had to repair. */
export function CountDesk({ confirmed, latest, unseen }: CountDeskProps) {
  const t = useT()
  const locale = useLocale()
  const last = latest[0]
  const columns: Column<RecountRow>[] = [
    { key: 'at', label: t('signatures.count.at'), render: ({ at }) => formatInstant(locale, at) },
    {
      key: 'before',
      label: t('signatures.count.before'),
      numeric: true,
      render: ({ before }) => formatNumber(locale, before),
    },
    {
      key: 'after',
      label: t('signatures.count.after'),
      numeric: true,
      render: ({ after }) => formatNumber(locale, after),
    },
    { key: 'result', label: t('signatures.count.result'), render: ({ cells }) => <Result cells={cells} /> },
  ]
  return (
    <>
      {unseen.length > 0 && <Alert unseen={unseen} />}
      <p>{t('signatures.count.detail')}</p>
      <Stats
        items={[
          { label: t('signatures.count.now'), value: formatNumber(locale, confirmed) },
          {
            label: t('signatures.count.last'),
            value: last ? formatInstant(locale, last.at) : t('signatures.count.never'),
            detail: last && <Result cells={last.cells} />,
          },
        ]}
      />
      <DataTable
        caption={t('signatures.count.caption')}
        columns={columns}
        rows={latest}
        keyOf={({ id }) => String(id)}
        empty={{ title: t('signatures.count.empty'), children: <p>{t('signatures.count.emptyWhy')}</p> }}
      />
    </>
  )
}

function Result({ cells }: { cells: number }) {
  const t = useT()
  return cells === 0 ? t('signatures.count.right') : t('signatures.count.wrong', { count: cells })
}

function Alert({ unseen }: { unseen: readonly RecountRow[] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Notice kind="warn" title={t('signatures.count.alertTitle')}>
      {unseen.map(({ id, at, before, after, cells, days }) => (
        <p key={id}>
          {t('signatures.count.alert', {
            instant: formatInstant(locale, at),
            before: formatNumber(locale, before),
            after: formatNumber(locale, after),
            cells,
            count: days,
          })}
        </p>
      ))}
      <Form method="post">
        <Button name="intent" value="seen" kind="quiet">
          {t('signatures.count.seen')}
        </Button>
      </Form>
    </Notice>
  )
}

/** For the first page of the team: something was wrong with a count. */
export function CountAlerts({ campaigns }: { campaigns: readonly { slug: string; title: string }[] }) {
  const t = useT()
  if (campaigns.length === 0) return null
  return (
    <Notice kind="warn" title={t('signatures.count.alertTitle')}>
      {campaigns.map(({ slug, title }) => (
        <p key={slug}>
          {title} · <a href={`/admin/campaigns/${slug}/count`}>{t('signatures.count.look')}</a>
        </p>
      ))}
    </Notice>
  )
}
