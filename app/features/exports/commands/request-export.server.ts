import { v7 as uuidv7 } from 'uuid'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { may, type Actor } from '#app/features/staff/policy.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { newAgeKey, type AgeKey } from '#app/infra/files/age.server.ts'
import { canMove, permissionFor } from '../rules.ts'
import { exportStates, type ExportForm } from '../schema.ts'
import { sealFileKey } from '../sealed-file.server.ts'

/** Of one person at a time: each one is a file in the database. */
const mostAtOnce = 5

export type RequestOutcome =
  | { outcome: 'asked'; id: string; waits: boolean }
  | { outcome: 'not-allowed' | 'unknown-campaign' | 'bad-recipient' | 'too-many' }

type Keyed = { key: AgeKey | null } | 'bad-recipient'

async function keyFor({ encryption, passphrase, recipient }: ExportForm): Promise<Keyed> {
  if (encryption === 'none') return { key: null }
  const key = await newAgeKey(encryption === 'passphrase' ? { passphrase } : { recipient })
  return key ? { key } : 'bad-recipient'
}

const openStates = exportStates.filter((state) => canMove(state, 'cancelled'))

const hasTooMany = async (actor: Actor): Promise<boolean> =>
  (await db().exportJob.count({ where: { requestedById: actor.id, state: { in: openStates } } })) >= mostAtOnce

/**
 * Asks for a file. One that names people waits for somebody else of the team. The passphrase is used here and kept nowhere: what
 * stays is the head of the file, which it opens, and the file's own key, sealed until the file is made.
 */
export async function requestExport(actor: Actor, form: ExportForm, now: Date): Promise<RequestOutcome> {
  const { campaign: campaignId, kind, people } = form
  if (!may(actor, permissionFor(kind, people))) return { outcome: 'not-allowed' }
  const found = await db().campaign.findUnique({ where: { id: campaignId }, select: { slug: true } })
  if (!found) return { outcome: 'unknown-campaign' }
  // Before the slow part: it takes memory, and nobody has a use for it.
  if (await hasTooMany(actor)) return { outcome: 'too-many' }
  const keyed = await keyFor(form)
  if (keyed === 'bad-recipient') return { outcome: keyed }
  const id = await keep(actor, { form, slug: found.slug, key: keyed.key }, now)
  return { outcome: 'asked', id, waits: people }
}

interface Asked {
  form: ExportForm
  slug: string
  key: AgeKey | null
}

async function keep(actor: Actor, { form, slug, key }: Asked, now: Date): Promise<string> {
  const { campaign: campaignId, kind, format, people, reason, encryption } = form
  const id = uuidv7()
  await db().$transaction(async (tx) => {
    await tx.exportJob.create({
      data: {
        id,
        campaignId,
        kind,
        format,
        state: people ? 'waiting' : 'queued',
        people,
        reason,
        encryption,
        requestedById: actor.id,
        requestedAt: now,
        ageHeader: key && Uint8Array.from(key.header),
        sealedFileKey: key && sealFileKey(key.fileKey, id),
      },
      select: { id: true },
    })
    if (!people) await notifyWith(tx, 'exports', id)
    const detail = { campaign: slug, kind, format, people, encryption, ...(reason ? { reason } : {}) }
    await appendAudit(tx, { actor, action: 'export.asked', subject: `export:${id}`, detail }, now)
  })
  return id
}
