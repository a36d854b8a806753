import { findText } from '#app/features/campaigns/queries.server.ts'
import { longestReplyTo } from '#app/features/campaigns/rules/right-of-reply.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import { parisDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { longestReplyToClaim, systemTexts } from '../rules/shown.ts'
import type { ReplyAbout } from '../schema/reply.ts'
import { findClaim, listClaims } from './claims.server.ts'
import { findSystem, listSystems } from './systems.server.ts'

/** What a reply answers, as it stands on the site. */
export interface Answered {
  title: string
  version: number
  publishedOn: string
  /** Characters that a reply to it may have. */
  most: number
}

interface Reading {
  locale: Locale
  today: string
}

/** What a form names; `null`: it is not on the site, or its words are hidden. */
export async function findAnswered(campaignId: number, about: ReplyAbout, reading: Reading): Promise<Answered | null> {
  const { target, slug } = about
  if (target === 'campaign') {
    const text = await findText(campaignId, reading.locale)
    if (!text) return null
    const { title, ask, body, version, publishedAt } = text
    const most = longestReplyTo([title, ask, body])
    return { title: plainTitle(title), version, publishedOn: parisDay(publishedAt), most }
  }
  if (target === 'claim') {
    const found = await findClaim(campaignId, slug, reading)
    if (!found || 'expired' in found) return null
    const { title, version, publishedOn } = found.claim
    return { title, version, publishedOn, most: longestReplyToClaim(found.claim) }
  }
  const found = await findSystem(campaignId, slug, reading)
  if (!found || 'expired' in found) return null
  const { title, version, publishedOn } = found.system
  return { title, version, publishedOn, most: longestReplyTo(systemTexts(found.system)) }
}

/** Everything of a campaign that may be answered, as the form offers it. */
export async function listAnswerable(
  campaignId: number,
  reading: Reading,
): Promise<{ claims: { slug: string; title: string }[]; systems: { slug: string; title: string }[] }> {
  const [{ claims }, { systems }] = await Promise.all([
    listClaims(campaignId, reading),
    listSystems(campaignId, reading),
  ])
  const named = ({ slug, title }: { slug: string; title: string }) => ({ slug, title })
  return { claims: claims.map(named), systems: systems.map(named) }
}
