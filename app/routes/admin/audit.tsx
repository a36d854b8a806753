import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deedLabel, shortSubject } from '#app/features/staff/deeds.ts'
import { factsInWords } from '#app/features/staff/facts.ts'
import { trailPage, verifyTrail } from '#app/features/staff/queries/trail.server.ts'
import type { TrailEntry } from '#app/features/staff/schema.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('staff.audit.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireStaff({ request, context }, 'read-audit')
  const wanted = Number(new URL(request.url).searchParams.get('page') ?? 1)
  const [trail, check] = await Promise.all([trailPage(Number.isSafeInteger(wanted) ? wanted : 1), verifyTrail()])
  return { ...trail, check }
}

export default function Audit() {
  const { entries, count, page, pages, check } = useLoaderData<typeof loader>()
  const t = useT()
  const locale = useLocale()
  const whole = check.outcome === 'unbroken'
  const columns: Column<TrailEntry>[] = [
    { key: 'seq', label: t('staff.audit.seq'), numeric: true, render: ({ seq }) => formatNumber(locale, seq) },
    { key: 'at', label: t('staff.audit.at'), tight: true, render: ({ at }) => formatInstant(locale, at) },
    { key: 'who', label: t('staff.audit.who'), render: ({ who }) => who ?? t('staff.audit.machine') },
    { key: 'action', label: t('staff.audit.action'), render: ({ action }) => <Deed action={action} /> },
    {
      key: 'subject',
      label: t('staff.audit.subject'),
      render: ({ subject }) => <code title={subject}>{shortSubject(subject)}</code>,
    },
    { key: 'detail', label: t('staff.audit.detailColumn'), render: (entry) => <Facts entry={entry} /> },
  ]
  return (
    <>
      <Toolbar
        title={t('staff.audit.title')}
        detail={t('staff.audit.detail', { count, number: formatNumber(locale, count) })}
        actions={
          count > 0 && (
            <StatusTag tone={whole ? 'done' : 'late'}>
              {whole ? t('staff.audit.unbroken') : t('staff.audit.broken', { at: formatNumber(locale, check.at) })}
            </StatusTag>
          )
        }
      />
      {count > 0 && (
        <Notice kind={whole ? 'info' : 'warn'}>
          <p>
            {whole
              ? t('staff.audit.unbrokenWhy', { count: check.entries, number: formatNumber(locale, check.entries) })
              : t('staff.audit.brokenWhy', { at: formatNumber(locale, check.at) })}
          </p>
        </Notice>
      )}
      <DataTable
        caption={t('staff.audit.caption')}
        columns={columns}
        rows={entries}
        keyOf={({ seq }) => String(seq)}
        empty={{ title: t('staff.audit.empty'), children: <p>{t('staff.audit.emptyWhy')}</p> }}
      />
      <Pagination page={page} pages={pages} href="/admin/audit" />
    </>
  )
}

/** In words; as they are written down for whoever looks closer. */
function Facts({ entry: { facts, detail } }: { entry: TrailEntry }) {
  const t = useT()
  const locale = useLocale()
  return facts.length > 0 && <span title={detail}>{factsInWords(facts, t, locale)}</span>
}

function Deed({ action }: { action: string }) {
  const t = useT()
  const label = deedLabel(action)
  return label ? t(label) : <code>{action}</code>
}
