import { hash } from 'node:crypto'
import { findText } from '#app/features/campaigns/queries.server.ts'
import { plainTitle } from '#app/features/campaigns/rules.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { parisDay } from '#app/i18n/format.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { toTheSecond } from '../campaign-facts.server.ts'
import { dataPackage } from '../data-package.ts'
import { standingOf } from '../queries/place-standing.server.ts'
import { filesOfRelease, findRelease } from '../queries/releases.server.ts'
import { releaseFiles, type TallyCell } from '../release-files.ts'

export type DayOutcome = { outcome: 'released' } | { outcome: 'already-today' } | { outcome: 'nothing-new' | 'too-few' }

/** The first release of a campaign waits for so many, or for its second day: an archive that begins with one tells nothing. */
const fewestAtFirst = 20

const tallies = (campaignId: number): Promise<TallyCell[]> =>
  db().$queryRaw<TallyCell[]>`
    select day::text, dimension, key, n from tally
    where campaign_id = ${campaignId} and dimension in ('all', 'hour', 'language') and n <> 0`

const sha256 = (text: string) => hash('sha256', text, 'hex')

interface Released {
  origin: string
  now: Date
}

/**
 * Keeps the numbers of today (Paris) for ever, once: whoever calls again changes nothing, and a day without a change has no
 * release of its own. `origin` has no slash at its end.
 */
export async function releaseDay(campaign: CampaignSummary, { origin, now }: Released): Promise<DayOutcome> {
  const day = parisDay(now)
  const newest = await findRelease(campaign.id, null)
  if (newest && newest.day >= day) return { outcome: 'already-today' }
  const before = newest && (await filesOfRelease(campaign.id, newest.day))
  const [cells, { standing, asOf }] = await Promise.all([tallies(campaign.id), standingOf(campaign.id)])
  const all = cells.filter(({ dimension }) => dimension === 'all')
  const confirmed = all.reduce((sum, { n }) => sum + n, 0)
  if (!before && confirmed < fewestAtFirst && !all.some((cell) => cell.day < day)) return { outcome: 'too-few' }
  const files = releaseFiles(cells, standing, day)
  if (before && files.every(({ name, body }) => before.some((old) => old.name === name && old.sha256 === sha256(body))))
    return { outcome: 'nothing-new' }
  const [fr, en] = await Promise.all([findText(campaign.id, 'fr'), findText(campaign.id, 'en')])
  const manifest = dataPackage({
    slug: campaign.slug,
    title: { fr: plainTitle(fr?.title ?? ''), en: plainTitle(en?.title ?? '') },
    association: campaign.association,
    origin,
    day,
    madeAt: toTheSecond(now),
    placesAsOf: asOf && toTheSecond(asOf),
    confirmed,
    files: files.map(({ by, name, body }) => ({
      by,
      name,
      bytes: Buffer.byteLength(body),
      sha256: sha256(body),
    })),
  })
  const dated = { campaignId: campaign.id, day: new Date(`${day}T00:00:00Z`) }
  return db().$transaction(async (tx) => {
    const { count } = await tx.numbersRelease.createMany({
      data: { ...dated, madeAt: now, confirmed, manifest },
      skipDuplicates: true,
    })
    if (count === 0) return { outcome: 'already-today' }
    await tx.numbersFile.createMany({ data: files.map(({ name, body }) => ({ ...dated, name, body })) })
    await notifyWith(tx, 'page', String(campaign.id))
    return { outcome: 'released' }
  })
}
