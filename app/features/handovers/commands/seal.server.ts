import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { appendLeaves } from '#app/features/proof/commands/append-leaves.server.ts'
import { signHead } from '#app/features/proof/commands/sign-head.server.ts'
import { headOf } from '#app/features/proof/queries/log.server.ts'
import type { PublicHead } from '#app/features/proof/schema.ts'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import type { PackFile } from '../document/facts.ts'
import { archiveOf, sha256 } from '../pack/archive.server.ts'
import { makePack, type Gathered } from '../pack/make-pack.server.ts'
import { findPrepared } from '../queries/for-team.server.ts'
import { gatherCounts, gatherPack, type Counts } from '../queries/gather.server.ts'

interface Sealing {
  actor: Actor
  campaign: CampaignSummary
  id: number
  /** That was read. */
  revision: number
  now: Date
}

export type SealOutcome = {
  outcome: 'sealed' | 'not-possible' | 'needs-another' | 'count-differs' | 'no-text' | 'busy'
}

/** PostgreSQL: the lock was not to be had in time. */
const lockTimeout = '55P03'
const isLate = (error: unknown) => error instanceof Error && 'code' in error && error.code === lockTimeout

interface Instant {
  head: PublicHead | null
  counts: Counts
}

/**
 * Counts and head of one instant. Whatever moves the count moves the tallies in the same commit, so that nothing comes in between
 * while they are held still: some hundredths of a second, in which whoever confirms waits. What waits for the log is taken in before.
 * @returns `null` when the count moves so much that it cannot be held
 */
async function heldStill(campaign: CampaignSummary, now: Date): Promise<Instant | null> {
  await appendLeaves(campaign.id)
  const keeper = await pool().connect()
  try {
    await keeper.query(`begin`)
    await keeper.query(`set local lock_timeout = '3s'`)
    await keeper.query(`lock table tally in share mode`)
    await appendLeaves(campaign.id)
    await signHead(campaign, now)
    return { head: await headOf(campaign), counts: await gatherCounts(campaign) }
  } catch (error) {
    if (isLate(error)) return null
    throw error
  } finally {
    await keeper.query(`rollback`)
    keeper.release()
  }
}

interface Made {
  gathered: Gathered
  head: PublicHead
  files: readonly PackFile[]
}

const frozen = ({ gathered: { facts }, head }: Made, zip: Buffer<ArrayBuffer>) => ({
  addresseeFr: facts.fr.addressee,
  addresseeEn: facts.en.addressee,
  confirmed: facts.fr.confirmed,
  onPaper: facts.fr.onPaper,
  organisations: facts.fr.organisationCount,
  headSize: BigInt(head.size),
  headRoot: new Uint8Array(Buffer.from(head.root, 'base64')),
  headNote: head.note,
  zipHash: sha256(zip),
  zipBytes: zip.length,
})

/** One commit: the row is held first, so that of two who agree at the same time one seals. */
function keep({ actor, campaign, id, revision, now }: Sealing, made: Made): Promise<SealOutcome> {
  const zip = archiveOf(made.files)
  return db().$transaction(async (tx): Promise<SealOutcome> => {
    const waiting = { id, campaignId: campaign.id, revision, state: 'proposed', proposedById: { not: actor.id } }
    const { count } = await tx.handover.updateMany({ where: waiting, data: { agreedById: actor.id } })
    if (count === 0) return { outcome: 'not-possible' }
    await tx.handoverFile.createMany({
      data: made.files.map(({ name, type, mayGo, content }, position) => ({
        handoverId: id,
        position,
        name,
        type,
        mayGo,
        bytes: content.length,
        hash: sha256(content),
        content: new Uint8Array(content),
      })),
    })
    await tx.handoverQuote.createMany({
      data: made.gathered.quotes.fr.map((quote) => ({ handoverId: id, testimonyId: quote.id })),
    })
    await tx.handover.update({
      where: { id },
      data: { state: 'sealed', sealedAt: now, ...frozen(made, zip) },
      select: { id: true },
    })
    await notifyWith(tx, 'page', String(campaign.id))
    const detail = { confirmed: made.gathered.facts.fr.confirmed, size: made.head.size }
    await appendAudit(tx, { actor, action: 'handover.sealed', subject: `handover:${id}`, detail }, now)
    return { outcome: 'sealed' }
  })
}

/**
 * Seals a pack, once somebody else than who proposed it agrees: count, tree head and files are those of one instant, and are never
 * changed again. Nothing is kept when the count and the log do not say the same number.
 */
export async function sealHandover(sealing: Sealing): Promise<SealOutcome> {
  const { actor, campaign, id, revision, now } = sealing
  const found = await findPrepared(campaign.id, id)
  if (!found || found.state !== 'proposed' || found.revision !== revision) return { outcome: 'not-possible' }
  if (found.proposedById === actor.id) return { outcome: 'needs-another' }
  const instant = await heldStill(campaign, now)
  if (!instant) return { outcome: 'busy' }
  const { head, counts } = instant
  if (!head || head.counted !== counts.confirmed) return { outcome: 'count-differs' }
  const gathered = await gatherPack({ campaign, prepared: found, head, sealedAt: now }, counts)
  if (!gathered) return { outcome: 'no-text' }
  return keep(sealing, { gathered, head, files: await makePack(gathered) })
}
