import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { signHeadNow } from '#app/features/proof/commands/sign-head-now.server.ts'
import { printedHead } from '#app/features/proof/queries/log.server.ts'
import { confirmedTotal } from '#app/features/signatures/queries.server.ts'
import { config } from '#app/infra/config.server.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { countAudience, readAudience } from '../queries/audience.server.ts'
import { knownNow } from '../letter-values.server.ts'
import { headColumns } from '../queries/head.server.ts'
import { findTexts } from '../queries/texts.server.ts'
import { countAlone, countTogether, holdTogether, listUnfinished } from '../queries/together.server.ts'
import { holdPictures } from './pictures/hold-pictures.server.ts'
import { drawMissingMarks } from './trial.server.ts'
import { needsApproval } from '../rules/approval.ts'
import { isOfFew, type Audience } from '../rules/audience.ts'
import { checkTexts, stopsIn } from '../rules/checks/check-texts.ts'
import type { Finding } from '../rules/checks/finding.ts'
import { beforeAll, freezeRest, freezeSlice } from './freeze-audience.server.ts'

/** Why it may not begin. */
export type Held = { outcome: 'faults'; findings: Finding[] } | NeedsApproval

interface NeedsApproval {
  outcome: 'needs-approval'
  total: number
  /** With everybody whom the same person wrote to alone, of the same campaign, within a week. */
  together: number
}

export type StartOutcome = { outcome: 'started'; total: number } | { outcome: 'no-longer-a-draft' } | Held

/** Ends the transaction and everything in it. */
class HeldBack extends Error {
  override name = 'HeldBack'
  constructor(readonly held: Held) {
    super(held.outcome)
  }
}

/** Milliseconds: checks, and the first slice of the list. */
const longestBeginning = 60_000

export interface Starting {
  /** `null`: its hour has come, or it is done at the command line. */
  actor: Actor | null
  id: string
  now: Date
  /** Waits until everyone is on the list. Otherwise what the first slice has not room for follows by itself. */
  whole?: boolean
}

/** @throws HeldBack when something in the text has to be mended. The row of the mailing is held by then: no text changes meanwhile. */
async function refuseFaults(tx: Transaction, id: string, campaignId: number): Promise<void> {
  await holdPictures(tx, id, campaignId) // what is found to be there stays
  const texts = await findTexts(tx, id)
  const findings = stopsIn(checkTexts(texts, await knownNow(campaignId, texts)))
  if (findings.length > 0) throw new HeldBack({ outcome: 'faults', findings })
}

interface Begun {
  total: number
  campaignId: number
  done: boolean
}

/** @throws HeldBack when it goes to so many, or so many in slices, that a second person has to agree. */
async function refuseAlone(
  tx: Transaction,
  { id, now, total, done, campaignId, audience }: Begun & { id: string; now: Date; audience: Audience },
): Promise<void> {
  const { approvedById, sentById } = await tx.mailing.findUniqueOrThrow({
    where: { id },
    select: { approvedById: true, sentById: true },
  })
  if (approvedById !== null) return
  const sending = { campaignId, sentById, id, now }
  await holdTogether(tx, sending)
  for (const other of await listUnfinished(tx, sending)) await freezeRest(other)
  const together = done ? await countAlone(tx, sending, total) : await countTogether(sending, { audience, total })
  if (needsApproval(together, config().secondApprovalAbove))
    throw new HeldBack({ outcome: 'needs-approval', total, together })
}

async function begin(tx: Transaction, { actor, id, now }: Starting): Promise<Begun | null> {
  const { count } = await tx.mailing.updateMany({
    where: { id, state: { in: ['draft', 'scheduled'] } },
    data: {
      state: 'sending',
      startedAt: now,
      frozenUpTo: beforeAll,
      total: 0,
      scheduledFor: null,
      unscheduledBecause: null,
      // At its hour it is begun by whoever gave it that hour.
      ...(actor ? { sentById: actor.id } : {}),
    },
  })
  if (count === 0) return null
  const found = await tx.mailing.findUniqueOrThrow({
    where: { id },
    select: { campaignId: true, audience: true, trial: { select: { mailingId: true } } },
  })
  const { campaignId } = found
  await refuseFaults(tx, id, campaignId)
  const audience = readAudience(found.audience)
  if (found.trial) await drawMissingMarks(tx, id)
  const slice = await freezeSlice(tx, id)
  const done = slice?.done ?? true
  const total = done ? (slice?.total ?? 0) : await countAll(campaignId, audience)
  const begun = { total, campaignId, done }
  await refuseAlone(tx, { ...begun, id, now, audience })
  await freezeNumbers(tx, id, campaignId)
  const detail = isOfFew(audience, total) ? undefined : { total }
  await appendAudit(tx, { actor, action: 'mailing.started', subject: `mailing:${id}`, detail }, now)
  return begun
}

/** What it says of the count, the same to everyone and in the archive: signatures, and the head of the log. */
async function freezeNumbers(tx: Transaction, id: string, campaignId: number): Promise<void> {
  const signatureCount = await confirmedTotal(campaignId)
  const head = await printedHead(campaignId)
  await tx.mailing.update({ where: { id }, data: { signatureCount, ...headColumns(head) }, select: { id: true } })
}

/** So that the letter prints the log as it is when it leaves, not as it was a minute ago. Without it, it prints what is signed. */
async function signFreshHead(id: string, now: Date): Promise<void> {
  try {
    const found = await db().mailing.findUnique({
      where: { id },
      select: { campaign: { select: { id: true, slug: true } } },
    })
    if (found) await signHeadNow(found.campaign, now)
  } catch (error) {
    log.warn('no fresh head for a letter', { job: 'start', id, error })
  }
}

async function countAll(campaignId: number, audience: Audience): Promise<number> {
  const { fr, en } = await countAudience(campaignId, audience)
  return fr + en
}

async function followUp(id: string): Promise<void> {
  try {
    await freezeRest(id)
  } catch (error) {
    // The timetable goes on with it.
    log.warn('a list of receivers is not complete', { job: 'freeze', id, error })
  }
}

/**
 * Begins to send a draft, or one that waits for its hour: its audience is frozen now, as those of its rules who asked for news and
 * did not leave. A long list is written in slices, and letters leave meanwhile. A second call finds no draft. Whoever leaves
 * afterwards and is not written to yet gets nothing. Nothing begins with a fault in the text, nor, to a large audience, without a
 * second person.
 */
export async function startMailing(starting: Starting): Promise<StartOutcome> {
  await signFreshHead(starting.id, starting.now)
  try {
    const begun = await db().$transaction((tx) => begin(tx, starting), { timeout: longestBeginning })
    if (!begun) return { outcome: 'no-longer-a-draft' }
    await notify('delivery', '')
    await notify('page', String(begun.campaignId))
    if (begun.done) return { outcome: 'started', total: begun.total }
    if (!starting.whole) {
      void followUp(starting.id)
      return { outcome: 'started', total: begun.total }
    }
    await freezeRest(starting.id)
    const { total } = await db().mailing.findUniqueOrThrow({ where: { id: starting.id }, select: { total: true } })
    return { outcome: 'started', total }
  } catch (error) {
    if (error instanceof HeldBack) return error.held
    throw error
  }
}
