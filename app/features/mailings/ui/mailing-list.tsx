import { plainTitle } from '#app/features/campaigns/rules.ts'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import type { MailingRow } from '../queries.server.ts'
import type { Waiting } from '../queries/waiting.server.ts'
import { MailingStateTag } from './mailing-state-tag.tsx'
import { WaitingLink } from './waiting-mail.tsx'

interface MailingListProps {
  mailings: readonly MailingRow[]
  /** What of the mail waits for somebody. */
  waiting: readonly Waiting[]
}

/** Every mailing, drafts first, and what it waits for. */
export function MailingList({ mailings, waiting }: MailingListProps) {
  const t = useT()
  const locale = useLocale()
  const soFar = ({ progress }: MailingRow) => {
    if (progress.few) return t('mailings.audience.lessThanTen')
    const { sent, total } = progress
    return total === 0
      ? ''
      : t('mailings.list.soFar', { sent: formatNumber(locale, sent), total: formatNumber(locale, total) })
  }
  return (
    <DataTable
      caption={t('mailings.list.caption')}
      rows={mailings}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'subject',
          label: t('mailings.list.subject'),
          render: ({ id, subject }) => <a href={`/admin/mailings/${id}`}>{subject || t('mailings.list.noSubject')}</a>,
        },
        {
          key: 'state',
          label: t('mailings.list.state'),
          render: ({ id, state }) => (
            <>
              <MailingStateTag state={state} />
              <WaitingLink waiting={waiting.find((one) => one.id === id)} />
            </>
          ),
        },
        {
          key: 'campaign',
          label: t('mailings.list.campaign'),
          render: ({ campaign }) => plainTitle(campaign.texts[0]?.title || campaign.slug),
        },
        { key: 'progress', label: t('mailings.list.progress'), numeric: true, render: soFar },
        {
          key: 'started',
          label: t('mailings.list.started'),
          render: ({ startedAt }) =>
            startedAt ? formatInstant(locale, new Date(startedAt)) : t('mailings.list.notStarted'),
        },
      ]}
      empty={{ title: t('mailings.list.emptyTitle'), children: <p>{t('mailings.list.emptyBody')}</p> }}
    />
  )
}
