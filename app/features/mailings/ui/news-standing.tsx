import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Prose } from '#app/ui/prose.tsx'
import type { ShownStanding } from '../rules/standing.ts'

interface NewsStandingProps {
  standing: ShownStanding
  /** Where the campaign may be signed again; `null`: nobody can sign it now. */
  signHref: string | null
}

/** How a reader's news stand, in words, and how to get them again where that may be. */
export function NewsStandingWords({ standing, signHref }: NewsStandingProps) {
  const t = useT()
  const locale = useLocale()
  const day = standing.until ? formatDay(locale, new Date(standing.until)) : ''
  return (
    <Prose>
      <p>
        <strong>{t(`mailings.standing.${standing.is}`, { day })}</strong>
      </p>
      <ComingBack is={standing.is} signHref={signHref} />
    </Prose>
  )
}

/** No link brings news back: it may have been passed on. Signing again does, and asks the mailbox. */
function ComingBack({ is, signHref }: Pick<NewsStandingProps, 'signHref'> & Pick<ShownStanding, 'is'>) {
  const t = useT()
  if (is === 'subscribed' || is === 'waiting' || is === 'sample') return null
  if (signHref === null) return is === 'paused' ? null : <p>{t('mailings.comingBack.closed')}</p>
  return (
    <p>
      {t(`mailings.comingBack.${is}`)} <a href={signHref}>{t('mailings.comingBack.sign')}</a>
    </p>
  )
}
