import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { StatusTag, type StatusTone } from '#app/ui/status-tag.tsx'
import type { ShownExport } from '../queries/exports.server.ts'
import { isUnderWay } from '../rules.ts'
import type { ExportState } from '../schema.ts'
import styles from './exports.module.css'

/** Milliseconds between two looks: at a file that is being written, and for the yes of somebody else. */
const lookEvery = { writing: 1500, waiting: 10_000 }

const tones = {
  waiting: 'waiting',
  queued: 'waiting',
  running: 'active',
  ready: 'done',
  declined: 'stopped',
  cancelled: 'stopped',
  failed: 'late',
  expired: 'stopped',
} as const satisfies Record<ExportState, StatusTone>

/** Looks again while something is to come. Without a script the page is loaded anew by hand. */
function useLiveProgress(exports: readonly ShownExport[]) {
  const { revalidate } = useRevalidator()
  const writing = exports.some(({ state }) => isUnderWay(state))
  const waiting = exports.some(({ state }) => state === 'waiting')
  const pause = writing ? lookEvery.writing : waiting ? lookEvery.waiting : null
  useEffect(() => {
    if (pause === null) return
    const timer = setInterval(revalidate, pause)
    return () => clearInterval(timer)
  }, [pause, revalidate])
}

/** Every file of the last weeks, the newest first, each with what whoever looks may do. */
export function ExportList({ exports }: { exports: readonly ShownExport[] }) {
  const t = useT()
  useLiveProgress(exports)
  return (
    <DataTable
      caption={t('exports.desk.list')}
      rows={exports}
      keyOf={({ id }) => id}
      empty={{ title: t('exports.desk.none'), children: <p>{t('exports.desk.noneWhy')}</p> }}
      columns={[
        { key: 'what', label: t('exports.desk.what'), render: (one) => <What one={one} /> },
        { key: 'state', label: t('exports.desk.state'), render: (one) => <State one={one} /> },
        { key: 'asked', label: t('exports.desk.asked'), render: (one) => <Asked one={one} /> },
        { key: 'do', label: t('exports.desk.do'), render: (one) => <Steps one={one} /> },
      ]}
    />
  )
}

interface OneProps {
  one: ShownExport
}

function What({ one }: OneProps) {
  const t = useT()
  const { kind, format, campaign, people, encryption } = one
  return (
    <>
      {t(`exports.kinds.${kind}`)}
      <span className={styles.fine}>
        {campaign}, {format.toUpperCase()}
        {people && `, ${t('exports.desk.people')}`}
        {encryption !== 'none' && `, ${t('exports.desk.encrypted')}`}
      </span>
    </>
  )
}

function State({ one }: OneProps) {
  const t = useT()
  const locale = useLocale()
  const { id, state, rows, expectedRows, expiresAt, sha256, downloads } = one
  const number = (value: number) => formatNumber(locale, value)
  return (
    <>
      <StatusTag tone={tones[state]}>{t(`exports.states.${state}`)}</StatusTag>
      {state === 'running' && expectedRows !== null && (
        <span className={styles.fine}>
          <label htmlFor={`progress-${id}`}>{t('exports.desk.progress')}</label>{' '}
          <progress id={`progress-${id}`} value={Math.min(rows, expectedRows)} max={Math.max(expectedRows, 1)} />{' '}
          {number(rows)} / {number(expectedRows)}
        </span>
      )}
      {sha256 && (
        <span className={styles.fine}>
          {t('exports.desk.rows', { count: rows, number: number(rows) })}
          {downloads > 0 && `, ${t('exports.desk.downloaded', { count: downloads, number: number(downloads) })}`}
          {state === 'ready' && expiresAt && (
            <>
              <br />
              {t('exports.desk.until', { at: formatInstant(locale, new Date(expiresAt)) })}
            </>
          )}
          <br />
          {t('exports.desk.hash')} <code className={styles.hash}>{sha256}</code>
        </span>
      )}
    </>
  )
}

function Asked({ one }: OneProps) {
  const t = useT()
  const locale = useLocale()
  const { requestedBy: email, requestedAt, reason, approvedBy } = one
  return (
    <>
      {t('exports.desk.byAt', { email, at: formatInstant(locale, new Date(requestedAt)) })}
      {approvedBy !== null && <span className={styles.fine}>{t('exports.desk.agreed', { email: approvedBy })}</span>}
      {reason !== '' && <span className={styles.fine}>{t('exports.desk.reason', { reason })}</span>}
    </>
  )
}

function Steps({ one }: OneProps) {
  const t = useT()
  const { id, state, mine, mayDecide, mayCancel, mayDownload } = one
  return (
    <div className={styles.steps}>
      {mayDownload && (
        <form method="post" action={`/admin/exports/${id}/file`}>
          <Button kind="quiet">{t('exports.steps.download')}</Button>
        </form>
      )}
      {(mayDecide || mayCancel) && (
        <form method="post" action="/admin/exports" className={styles.steps}>
          <input type="hidden" name="id" value={id} />
          {mayDecide && (
            <>
              <Button kind="quiet" name="intent" value="approve">
                {t('exports.steps.approve')}
              </Button>
              <Button kind="plain" name="intent" value="decline">
                {t('exports.steps.decline')}
              </Button>
            </>
          )}
          {mayCancel && (
            <Button kind="plain" name="intent" value="cancel">
              {t('exports.steps.cancel')}
            </Button>
          )}
        </form>
      )}
      {state === 'waiting' && mine && <span className={styles.fine}>{t('exports.desk.waiting')}</span>}
      {state === 'ready' && !mine && <span className={styles.fine}>{t('exports.desk.theirs')}</span>}
    </div>
  )
}
