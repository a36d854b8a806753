import { v7 as uuidv7 } from 'uuid'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { parisDay } from '#app/i18n/format.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import type { BatchForm } from '../schema.ts'

export type EnterOutcome =
  | { outcome: 'entered'; id: string }
  /** No such version was ever published in this language. */
  | { outcome: 'text-unknown' }
  | { outcome: 'in-future' }
  /** The same scan stands for another entry that counts or waits. */
  | { outcome: 'scan-known' }
  /** What it would correct does not count, or is being corrected already. */
  | { outcome: 'not-correctable' }

const turnOfPaper = 706_711
/** One entry at a time in a campaign: what was entered before decides whether this scan is new. */
const waitForTurn = (tx: Transaction, campaignId: number) =>
  tx.$executeRaw`select pg_advisory_xact_lock(${turnOfPaper}::int, ${campaignId}::int)`

const open = { in: ['entered' as const, 'verified' as const] }

async function canCorrect(tx: Transaction, { corrects, text }: BatchForm): Promise<boolean> {
  if (corrects === undefined) return true
  const [found, corrections] = await Promise.all([
    tx.paperBatch.count({ where: { id: corrects, campaignId: text.campaignId, state: 'verified' } }),
    tx.paperBatch.count({ where: { correctsId: corrects, state: open } }),
  ])
  return found === 1 && corrections === 0
}

/**
 * Enters a batch that was counted by hand. It counts once somebody else has verified it. An entry is never changed: a correction is
 * entered like any other and takes the place of what it corrects when it is verified.
 */
export const enterBatch = (actor: Actor, form: BatchForm, now: Date): Promise<EnterOutcome> =>
  db().$transaction((tx) => enterBatchWith(tx, { actor, form, now }))

interface Entering {
  actor: Pick<Actor, 'id'>
  form: BatchForm
  now: Date
}

/** The same inside a transaction, together with whatever else it does. */
export async function enterBatchWith(tx: Transaction, { actor, form, now }: Entering): Promise<EnterOutcome> {
  const { text, valid, refused, department, collectedFrom, collectedTo, corrects, reason } = form
  if (collectedTo > parisDay(now)) return { outcome: 'in-future' }
  const { campaignId, locale, version } = text
  const scanHash = Uint8Array.from(Buffer.from(form.scanHash, 'hex'))
  await waitForTurn(tx, campaignId)
  if ((await tx.campaignText.count({ where: { campaignId, locale, version } })) === 0)
    return { outcome: 'text-unknown' }
  if (!(await canCorrect(tx, form))) return { outcome: 'not-correctable' }
  const same = { campaignId, scanHash, state: open, ...(corrects === undefined ? {} : { id: { not: corrects } }) }
  if ((await tx.paperBatch.count({ where: same })) > 0) return { outcome: 'scan-known' }
  const id = uuidv7()
  await tx.paperBatch.create({
    data: {
      id,
      campaignId,
      locale,
      textVersion: version,
      valid,
      refused,
      department,
      collectedFrom: new Date(collectedFrom),
      collectedTo: new Date(collectedTo),
      scanHash,
      enteredById: actor.id,
      enteredAt: now,
      correctsId: corrects ?? null,
      reason: corrects === undefined ? null : reason,
    },
  })
  const detail = { campaign: campaignId, valid, refused, corrects: corrects ?? null, scan: form.scanHash }
  await appendAudit(tx, { actor, action: 'paper.entered', subject: `paper:${id}`, detail }, now)
  return { outcome: 'entered', id }
}
