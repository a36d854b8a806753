import { randomBytes } from 'node:crypto'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { cleanFiles } from '#app/infra/pictures/clean-files.server.ts'
import type { DrawnPage } from '#app/infra/pictures/drawing-results.ts'
import { kindOf } from '#app/infra/pictures/kinds.ts'
import { letterPictureLimits, type FileLimits, type FileRefusal } from '#app/infra/pictures/limits.ts'
import { mostPictures } from '../../rules/pictures.ts'

interface Adding {
  actor: Actor
  campaignId: number
  /** As it was sent: anything at all. */
  file: Uint8Array
  altFr: string
  altEn: string
  decorative: boolean
  now: Date
}

export type AddOutcome =
  | { outcome: 'added'; id: string }
  | { outcome: 'refused'; reason: FileRefusal | 'busy' }
  | { outcome: 'full' }
  | { outcome: 'campaign-unknown' }

async function draw(file: Uint8Array, limits: FileLimits): Promise<DrawnPage | FileRefusal | 'busy'> {
  if (kindOf(file) === 'pdf') return 'unknown-kind'
  const looked = await cleanFiles([file], limits)
  if (looked.outcome === 'busy') return 'busy'
  const [drawn] = looked.outcome === 'looked-at' ? looked.files : []
  if (drawn?.outcome !== 'cleaned') return drawn?.reason ?? 'too-large'
  return drawn.pages[0] ?? 'broken'
}

/** How many pictures a campaign has; `null` when there is no such campaign. Whoever adds another one waits from here to the commit. */
async function counted(tx: Transaction, campaignId: number): Promise<number | null> {
  // Not "for update": signatures, which name the campaign, need not wait.
  const found = await tx.$queryRaw<object[]>`select from campaign where id = ${campaignId} for no key update`
  return found.length === 0 ? null : tx.picture.count({ where: { campaignId } })
}

/**
 * Draws anew what somebody of the team sent and keeps it for the letters of a campaign: a JPEG of at most 1200 pixels and 150 KB,
 * without a trace of its metadata. What is none of our kinds, broken or too large is an outcome.
 */
export async function addPicture(
  { actor, campaignId, file, now, ...said }: Adding,
  limits: FileLimits = letterPictureLimits,
): Promise<AddOutcome> {
  const drawn = await draw(file, limits)
  if (typeof drawn === 'string') return { outcome: 'refused', reason: drawn }
  const { bytes: jpeg, width, height } = drawn
  const size = jpeg.length
  return db().$transaction(async (tx): Promise<AddOutcome> => {
    const count = await counted(tx, campaignId)
    if (count === null) return { outcome: 'campaign-unknown' }
    if (count >= mostPictures) return { outcome: 'full' }
    const id = randomBytes(12).toString('hex')
    await tx.picture.create({
      data: { id, campaignId, jpeg, size, width, height, ...said, createdAt: now, createdById: actor.id },
      select: { id: true },
    })
    await appendAudit(tx, { actor, action: 'picture.added', subject: `picture:${id}`, detail: { size } }, now)
    return { outcome: 'added', id }
  })
}
