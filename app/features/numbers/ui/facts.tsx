import { formatDay, formatNumber, formatPercent } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Stats, type StatItem } from '#app/ui/stat.tsx'
import type { OverTime } from '../over-time.server.ts'
import type { ShareConfirmed } from '../share-confirmed.ts'
import { fromTo } from './period-words.ts'

/** Today with yesterday, and the full hour before this one. */
export function useNow(time: OverTime): StatItem[] {
  const t = useT()
  const locale = useLocale()
  const say = (value: number) => formatNumber(locale, value)
  return [
    {
      label: t('figures.facts.today'),
      value: say(time.today),
      detail: t('figures.facts.yesterday', { number: say(time.yesterday) }),
    },
    {
      label: t('figures.facts.lastHour'),
      value: say(time.lastHour.value),
      detail: t('figures.facts.between', fromTo(locale, time.lastHour.key)),
    },
  ]
}

/** How many of those who signed have confirmed, and of whom that is said. */
export function useShare(share: ShareConfirmed | null): StatItem[] {
  const t = useT()
  const locale = useLocale()
  if (!share) return []
  const words = {
    confirmed: formatNumber(locale, share.confirmed),
    asked: formatNumber(locale, share.asked),
    from: formatDay(locale, share.from),
    to: formatDay(locale, share.to),
  }
  return [
    {
      label: t('figures.facts.share'),
      // Rounded down: all is said of all alone.
      value: formatPercent(locale, Math.floor((share.confirmed / share.asked) * 100) / 100, 0),
      detail: t(share.settled ? 'figures.facts.shareSettled' : 'figures.facts.shareOpen', words),
    },
  ]
}

interface FactsProps {
  time: OverTime
  share: ShareConfirmed | null
  closed: boolean
  closedOn: string | null
}

/** What happens just now; of a campaign that is over, since when it is. */
export function Facts({ time, share, closed, closedOn }: FactsProps) {
  const t = useT()
  const locale = useLocale()
  const now = useNow(time)
  const shared = useShare(share)
  const over =
    closedOn === null ? t('figures.facts.closed') : t('figures.facts.closedOn', { day: formatDay(locale, closedOn) })
  return (
    <>
      {closed && <p>{over}</p>}
      {(!closed || shared.length > 0) && <Stats items={closed ? shared : [...now, ...shared]} />}
    </>
  )
}
