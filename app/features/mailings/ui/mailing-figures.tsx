import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Stats, type StatItem } from '#app/ui/stat.tsx'
import { settledOf } from '../rules.ts'
import type { MailingState, Progress, Run } from '../schema.ts'
import styles from './run.module.css'

interface FiguresProps {
  state: MailingState
  progress: Progress
  run: Run
}

/** What became of the letters: those on the way, those that did not arrive, and what was answered to those that did. */
export function MailingFigures({ state, progress, run }: FiguresProps) {
  const t = useT()
  const locale = useLocale()
  const { total, sent, deferred, failed, unknown, suppressed, returned, complained } = progress
  const of = (label: string, value: number, detail?: string): StatItem => ({
    label,
    value: formatNumber(locale, value),
    detail,
  })
  const underWay = state === 'sending' || state === 'paused'
  const waiting = total - settledOf(progress) - deferred
  const onTheWay = [
    of(t('mailings.run.sent'), sent),
    ...(underWay
      ? [
          of(t('mailings.run.waiting'), waiting),
          of(t('mailings.run.deferred'), deferred, t('mailings.run.deferredDetail')),
        ]
      : []),
    of(t('mailings.run.suppressed'), suppressed, t('mailings.run.suppressedDetail')),
  ]
  const notArrived = [
    of(t('mailings.run.failed'), failed - returned, t('mailings.run.failedDetail')),
    of(t('mailings.run.returned'), returned, t('mailings.run.returnedDetail')),
    of(t('mailings.run.unknown'), unknown, unknown > 0 ? t('mailings.run.unknownDetail') : undefined),
  ]
  const afterwards = [
    of(t('mailings.run.complained'), complained, t('mailings.run.complainedDetail')),
    of(t('mailings.run.left'), run.left, t('mailings.run.leftDetail')),
  ]
  return (
    <>
      <Group title={t(underWay ? 'mailings.run.onTheWay' : 'mailings.run.result')} items={onTheWay} />
      <Group
        title={t('mailings.run.notArrived')}
        items={failed + unknown > 0 ? notArrived : []}
        none={t('mailings.run.nothingLost')}
      />
      {sent + complained + run.left > 0 && <Group title={t('mailings.run.afterwards')} items={afterwards} />}
    </>
  )
}

function Group({ title, items, none }: { title: string; items: readonly StatItem[]; none?: string }) {
  return (
    <div className={styles.group}>
      <h3>{title}</h3>
      {items.length > 0 ? <Stats items={items} /> : <p>{none}</p>}
    </div>
  )
}
