import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Stats, type StatItem } from '#app/ui/stat.tsx'
import { settledOf } from '../rules.ts'
import type { MailingState, Progress, Run } from '../schema.ts'

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
    of(t('mailings.run.unknown'), unknown, t('mailings.run.unknownDetail')),
  ]
  const afterwards = [
    of(t('mailings.run.complained'), complained, t('mailings.run.complainedDetail')),
    of(t('mailings.run.left'), run.left, t('mailings.run.leftDetail')),
  ]
  return (
    <>
      <h3>{t('mailings.run.onTheWay')}</h3>
      <Stats items={onTheWay} />
      <h3>{t('mailings.run.notArrived')}</h3>
      {failed + unknown === 0 ? <p>{t('mailings.run.nothingLost')}</p> : <Stats items={notArrived} />}
      {sent + complained + run.left > 0 && (
        <>
          <h3>{t('mailings.run.afterwards')}</h3>
          <Stats items={afterwards} />
        </>
      )}
    </>
  )
}
