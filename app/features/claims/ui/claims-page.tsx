import { BeingVerified } from '#app/features/sheets/ui/verified.tsx'
import { useT } from '#app/i18n/use-t.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ExpiredClaim } from '../queries/claims.server.ts'
import type { PublishedReply } from '../queries/replies.server.ts'
import { byState, type ShownClaim } from '../rules/shown.ts'
import { ClaimWithAnswer } from './claim-with-answer.tsx'
import { Ways } from './ways.tsx'

interface ClaimsPageProps {
  campaign: { title: string; path: string }
  claims: readonly ShownClaim[]
  expired: readonly ExpiredClaim[]
  replies: readonly PublishedReply[]
  systems: boolean
}

/** Every claim of a campaign, by how far it is established, each with its answer. */
export function ClaimsPage({ campaign, claims, expired, replies, systems }: ClaimsPageProps) {
  const t = useT()
  const { path } = campaign
  return (
    <Page
      width="wide"
      title={t('claims.page.title')}
      kicker={<a href={path}>{campaign.title}</a>}
      lead={<p>{t('claims.page.lead')}</p>}
    >
      {claims.length === 0 && expired.length === 0 && <Empty title={t('claims.page.empty')} />}
      {byState(claims).map(({ state, claims: some }) => (
        <Section key={state} id={state} title={t(`claims.states.${state}`)} intro={t(`claims.statesWhy.${state}`)}>
          {some.map((claim) => (
            <ClaimWithAnswer key={claim.slug} claim={claim} campaignPath={path} replies={replies} />
          ))}
        </Section>
      ))}
      {expired.map(({ slug, title, checkBy }) => (
        <Section key={slug} id={slug} title={title}>
          <BeingVerified checkBy={checkBy} />
        </Section>
      ))}
      <Ways path={path} systems={systems} feed />
    </Page>
  )
}
