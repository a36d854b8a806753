import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'
import type { PublishedReply } from '../queries/replies.server.ts'
import type { ShownClaim } from '../rules/shown.ts'
import { ClaimWithAnswer } from './claim-with-answer.tsx'
import { RepliesTo } from './replies-to.tsx'

interface ClaimsSectionProps {
  claims: readonly ShownClaim[]
  replies: readonly PublishedReply[]
  /** The campaign shows what is known of the systems. */
  systems: boolean
  campaignPath: string
  /** Of the campaign's text. */
  textVersion: number
}

/** On the campaign's page: each claim with its answer. Claims that are no longer made stay on a page of their own. */
export function ClaimsSection({ claims, replies, systems, campaignPath, textVersion }: ClaimsSectionProps) {
  const t = useT()
  const locale = useLocale()
  const made = claims.filter(({ state }) => state !== 'withdrawn')
  const toText = replies.filter(({ target }) => target === 'campaign')
  if (claims.length === 0 && toText.length === 0) return null
  const oldest = made.map(({ verifiedOn }) => verifiedOn).toSorted()[0]
  return (
    <Section
      id="claims"
      title={t('claims.section.title')}
      intro={oldest && t('claims.section.verified', { day: formatDay(locale, oldest) })}
    >
      {made.map((claim) => (
        <ClaimWithAnswer key={claim.slug} {...{ claim, campaignPath, replies }} />
      ))}
      <RepliesTo replies={toText} version={textVersion} level="h3" />
      <p className="section-more">
        {claims.length > 0 && <a href={`${campaignPath}/claims`}>{t('claims.section.all')}</a>}
        {claims.length > 0 && systems && ' · '}
        {systems && <a href={`${campaignPath}/systems`}>{t('claims.section.systems')}</a>}
        {' · '}
        <a href={`${campaignPath}/answer`}>{t('claims.section.answer')}</a>
      </p>
    </Section>
  )
}
