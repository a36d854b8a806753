import { Form } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Toolbar } from '#app/ui/toolbar.tsx'
import type { CitingMailing } from '../queries/errata.server.ts'

interface ErrataDeskProps {
  sheetId: number
  /** Of the claim. */
  title: string
  /** `null`: it never was. */
  correctedOn: string | null
  mailings: readonly CitingMailing[]
}

/** The updates that cited a claim before it was corrected, each with its erratum or the button that begins one. */
export function ErrataDesk({ sheetId, title, correctedOn, mailings }: ErrataDeskProps) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<CitingMailing>[] = [
    {
      key: 'subject',
      label: t('claims.errataDesk.subject'),
      render: ({ id, subject }) => <a href={`/admin/mailings/${id}`}>{subject}</a>,
    },
    {
      key: 'startedOn',
      label: t('claims.errataDesk.startedOn'),
      tight: true,
      render: ({ startedOn }) => formatDay(locale, startedOn),
    },
    { key: 'erratum', label: t('claims.errataDesk.erratum'), render: (mailing) => <Erratum {...mailing} /> },
  ]
  return (
    <>
      <Toolbar
        title={t('claims.errataDesk.title')}
        detail={title}
        actions={<a href={`/admin/sheets/${sheetId}`}>{t('claims.errataDesk.back')}</a>}
      />
      {correctedOn === null ? (
        <Empty title={t('claims.errataDesk.notCorrected')}>
          <p>{t('claims.errataDesk.notCorrectedWhy')}</p>
        </Empty>
      ) : (
        <>
          <p>{t('claims.errataDesk.intro', { claim: title, day: formatDay(locale, correctedOn) })}</p>
          <DataTable
            caption={t('claims.errataDesk.caption')}
            columns={columns}
            rows={mailings}
            keyOf={({ id }) => id}
            empty={{ title: t('claims.errataDesk.none'), children: <p>{t('claims.errataDesk.noneWhy')}</p> }}
          />
        </>
      )}
    </>
  )
}

function Erratum({ id, subject, erratum }: CitingMailing) {
  const t = useT()
  if (erratum)
    return (
      <a href={`/admin/mailings/${erratum.id}`}>
        {t('claims.errataDesk.open', { state: t(`mailings.states.${erratum.state}`) })}
      </a>
    )
  return (
    <Form method="post">
      <input type="hidden" name="mailing" value={id} />
      <Button kind="quiet" aria-label={`${t('claims.errataDesk.write')} : ${subject}`}>
        {t('claims.errataDesk.write')}
      </Button>
    </Form>
  )
}
