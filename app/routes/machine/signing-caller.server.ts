import type { AppLoadContext } from '@remix-run/node'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { takeQuota } from '#app/features/partners/commands/take-quota.server.ts'
import { findPartner } from '#app/features/partners/queries/partners.server.ts'
import { limitHeaders } from '#app/features/partners/quota.ts'
import type { Partner } from '#app/features/partners/schema.ts'
import { throttle } from '#app/http/throttle.server.ts'
import { config } from '#app/infra/config.server.ts'
import { problem } from './reply.server.ts'
import { tooManyRequests } from './try-later.server.ts'

/** Whose program it is, and what its answers say of its limits. */
export interface Caller {
  partner: Partner | null
  limits: Record<string, string>
}

type Called = { ok: true; caller: Caller } | { ok: false; refusal: Response }

interface Calling {
  request: Request
  campaign: CampaignSummary
  context: Pick<AppLoadContext, 'now' | 'network' | 'shared'>
}

const refused = (refusal: Response): Called => ({ ok: false, refusal })

const unknownKey = (): Response =>
  problem(
    {
      status: 401,
      kind: 'invalid-key',
      title: 'Invalid key',
      detail: 'The key is unknown, has expired or was revoked. Without a key, leave Authorization out.',
    },
    { 'WWW-Authenticate': 'Bearer realm="portevoix", error="invalid_token"' },
  )

const notForThisCampaign = (slug: string): Response =>
  problem({
    status: 403,
    kind: 'campaign-not-in-key',
    title: 'Campaign not in key',
    detail: `This key is not for the campaign "${slug}". The team that gave it can give another.`,
  })

/** The limits of a network, which are those of the form. A shared one may do more than is said. */
function policyOfNetwork(): Record<string, string> {
  const { signBurst, signLimit } = config()
  const policies = [signBurst, signLimit].map(({ points, seconds }) => `"network-${seconds}s";q=${points};w=${seconds}`)
  return { 'RateLimit-Policy': policies.join(', ') }
}

/** A program without a key, or with one that is none: what its network does here, it does not do with the form. */
function ofNetwork({ campaign, context }: Calling): Response | null {
  const wait = throttle('sign', { ...context, about: campaign.slug }, context.now.getTime())
  if (wait === 0) return null
  const refusal = tooManyRequests(
    wait,
    'This network has signed often. Come back in the seconds that Retry-After says.',
  )
  for (const [name, value] of Object.entries(policyOfNetwork())) refusal.headers.set(name, value)
  return refusal
}

async function ofPartner(partner: Partner, { campaign, context: { now } }: Calling): Promise<Called> {
  if (!partner.campaignIds.includes(campaign.id)) return refused(notForThisCampaign(campaign.slug))
  const quota = await takeQuota(partner.id, now)
  if (quota.outcome === 'unknown') return refused(unknownKey())
  const limits = limitHeaders(quota.used, now)
  if (quota.outcome === 'taken') return { ok: true, caller: { partner, limits } }
  const refusal = tooManyRequests(
    quota.seconds,
    'The quota of this key is used up. RateLimit says which, and until when.',
  )
  for (const [name, value] of Object.entries(limits)) refusal.headers.set(name, value)
  return refused(refusal)
}

/** Who sends a signature, within what they may send: a partner with a key by its quota, anyone else by the limits of the form. */
export async function callerOf(calling: Calling): Promise<Called> {
  const authorization = calling.request.headers.get('Authorization')
  const [, key = ''] = /^Bearer +(\S+) *$/i.exec(authorization ?? '') ?? []
  const partner = authorization === null ? null : await findPartner(key, calling.context.now)
  if (partner) return ofPartner(partner, calling)
  const wait = ofNetwork(calling)
  if (wait) return refused(wait)
  if (authorization !== null) return refused(unknownKey())
  return { ok: true, caller: { partner: null, limits: policyOfNetwork() } }
}
