import { hash } from 'node:crypto'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { packageStatement } from '#app/features/numbers/data-package.ts'
import { findRelease, isReleaseDay, type Release } from '#app/features/numbers/queries/releases.server.ts'
import { originOf, signStatementOf } from '#app/features/proof/signed-head.server.ts'
import { machineLoader, namedCampaign } from './machine-loader.server.ts'
import { problem, unknownCampaign } from './reply.server.ts'

const noRelease = (): Response =>
  problem({
    status: 404,
    kind: 'unknown-release',
    title: 'No such release',
    detail: 'There is no release of this day, or none yet. GET /api/v1/campaigns/:slug/releases lists those there are.',
  })

export const unknownFile = (allowed: readonly string[]): Response =>
  problem({
    status: 404,
    kind: 'unknown-file',
    title: 'No such file',
    detail: `A release has these files: ${allowed.join(', ')}.`,
    more: { allowed },
  })

interface Asked {
  campaign: CampaignSummary
  release: Release
  /** Of a file; empty for the others. */
  file: string
}

/** What every address of a release begins with: the campaign, and the release of the day (without one, the newest). */
export const releaseLoader = (answer: (asked: Asked) => Promise<Response> | Response) =>
  machineLoader(async ({ params }) => {
    const campaign = await namedCampaign(params.slug)
    if (!campaign) return unknownCampaign()
    const { date = null } = params
    const release = date === null || isReleaseDay(date) ? await findRelease(campaign.id, date) : null
    return release ? answer({ campaign, release, file: params.file ?? '' }) : noRelease()
  })

/** A description's signature, as a signed note (C2SP) under the key of the campaign's log. */
export const signatureOf = (slug: string, { day }: Release, manifest: string): string =>
  signStatementOf(slug, packageStatement({ origin: originOf(slug), day, sha256: hash('sha256', manifest, 'hex') }))

const forEver = 'public, max-age=31536000, immutable'

/** What is final may be kept for ever. Its signature is not: keys change. */
export function final(answer: Response): Response {
  answer.headers.set('Cache-Control', forEver)
  return answer
}

/** When what is answered was true, for programs; without fractions, as HTTP writes it. */
export function dated(answer: Response, asOf: Date | null): Response {
  if (!asOf) return answer
  answer.headers.set('Last-Modified', asOf.toUTCString())
  answer.headers.set('X-As-Of', `${asOf.toISOString().slice(0, 19)}Z`)
  return answer
}
