import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import type { DripHistory } from '../queries/drip.server.ts'
import type { DripSettings } from '../rules/drip.ts'

const days = ['1', '2', '3', '4', '5', '6', '7'] as const
const clockOf = (hour: number) => `${String(hour).padStart(2, '0')}:00`

/** When letters go, in sentences. */
function useTimes({ rhythm, hour, weekday, perHour, jitter, timeZone, quietFrom, quietUntil }: DripSettings): string[] {
  const t = useT()
  const locale = useLocale()
  const zone = timeZone.replaceAll('_', ' ')
  const quiet =
    quietFrom === quietUntil
      ? t('mailings.addressee.look.noQuiet')
      : t('mailings.addressee.look.quiet', { from: clockOf(quietFrom), until: clockOf(quietUntil), zone })
  if (rhythm === 'paced') {
    const paced = t('mailings.addressee.sentences.paced', { count: perHour, zone })
    return [paced, ...(jitter > 0 ? [t('mailings.addressee.look.jitter', { count: jitter })] : []), quiet]
  }
  const day = t(`mailings.addressee.weekdays.${days[weekday - 1] ?? '1'}`)
  const said = { clock: clockOf(hour), zone, day: locale === 'fr' ? day.toLowerCase() : day }
  return [t(`mailings.addressee.sentences.${rhythm}`, said), quiet]
}

interface SummaryProps {
  settings: DripSettings
  history: DripHistory | null
}

/** Everything that two people agree to, and what came of it so far. */
export function AddresseeSummary({ settings, history }: SummaryProps) {
  const t = useT()
  const times = useTimes(settings)
  return (
    <ul className="sentences">
      <li>{t('mailings.addressee.sentences.to', { to: settings.to })}</li>
      <li>{t(`mailings.addressee.look.in.${settings.locale}`)}</li>
      {times.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
      <li>{t(settings.past ? 'mailings.addressee.look.past' : 'mailings.addressee.look.notPast')}</li>
      <li>{t(settings.names ? 'mailings.addressee.sentences.names' : 'mailings.addressee.sentences.noNames')}</li>
      <li>{t('mailings.addressee.sentences.reply', { replyTo: settings.replyTo })}</li>
      {history?.lastAt && <SoFar history={history} lastAt={history.lastAt} />}
    </ul>
  )
}

function SoFar({ history: { letters, returned }, lastAt }: { history: DripHistory; lastAt: string }) {
  const t = useT()
  const locale = useLocale()
  const count = (n: number) => formatNumber(locale, n)
  return (
    <li>
      {t('mailings.addressee.look.soFar', {
        sent: count(letters['handed-over']),
        last: formatInstant(locale, new Date(lastAt)),
        returned: count(returned),
        refused: count(letters.failed - returned),
      })}
    </li>
  )
}
