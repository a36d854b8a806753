import { formatDay } from '#app/i18n/format.ts'
import type { T } from '#app/i18n/t.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { ClaimPair } from '#app/ui/claim-pair.tsx'
import type { PublishedReply } from '../queries/replies.server.ts'
import type { ShownAnswer, ShownClaim } from '../rules/shown.ts'
import { RepliesTo } from './replies-to.tsx'

interface ClaimWithAnswerProps {
  claim: ShownClaim
  /** `/fr/score`. */
  campaignPath: string
  replies?: readonly PublishedReply[]
  /** `h2` on its own page, where the way to its page is left out. */
  level?: 'h2' | 'h3'
}

interface Said {
  t: T
  locale: Locale
}

/** The side of the answer: what was found, and when it was looked for; or that there is none, at the same size. */
function answerSide({ words, soughtOn }: ShownAnswer, { t, locale }: Said) {
  const sought = soughtOn === null ? null : formatDay(locale, soughtOn)
  if (words === null)
    return {
      kicker: t('claims.answer.kicker'),
      title: t('claims.answer.noneTitle'),
      children: <p>{t('claims.answer.none', { day: sought ?? '' })}</p>,
      source: null,
    }
  return {
    kicker: t('claims.answer.kicker'),
    title: words.title,
    children: (
      <>
        <p>{words.body}</p>
        {sought && <p>{t('claims.answer.partly', { day: sought })}</p>}
      </>
    ),
    source: { text: words.source, ...(words.url ? { href: words.url } : {}) },
  }
}

/** A claim with who makes it, and the answer beside it with the same weight; under both, the replies that were asked for. */
export function ClaimWithAnswer({ claim, campaignPath, replies = [], level = 'h3' }: ClaimWithAnswerProps) {
  const t = useT()
  const locale = useLocale()
  const { slug, state, saidBy, seenOn, source, sourceUrl } = claim
  const history = { href: `${campaignPath}/claims/${slug}`, label: t('claims.history') }
  return (
    <>
      <ClaimPair
        id={slug}
        level={level}
        claim={{
          kicker: t(`claims.attribution.${state}`, { who: saidBy }),
          title: claim.title,
          children: <p>{claim.body}</p>,
          source: {
            text: t('claims.seen', { source, day: formatDay(locale, seenOn) }),
            href: sourceUrl,
            ...(level === 'h3' ? { history } : {}),
          },
        }}
        answer={answerSide(claim.answer, { t, locale })}
      />
      <RepliesTo
        replies={replies.filter((reply) => reply.target === 'claim' && reply.slug === slug)}
        version={claim.version}
        level={level === 'h2' ? 'h2' : 'h4'}
      />
    </>
  )
}
