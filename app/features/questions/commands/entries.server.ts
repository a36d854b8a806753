import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { may, type Actor } from '#app/features/staff/policy.ts'
import { dayOf } from '#app/features/testimonies/week.ts'
import { dayKept } from '#app/i18n/calendar.ts'
import { parisDay } from '#app/i18n/format.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import type { Change, EntryForm, EntryState, EntryStep, EntryWords } from '../schema.ts'
import { createProposal } from './create-proposal.server.ts'

export type EntryOutcome =
  | { outcome: 'saved' | 'published' | 'changed' | 'verified' | 'retired' | 'restored'; id: number }
  | { outcome: 'discarded' | 'merged' }
  | { outcome: 'not-found' | 'changed-meanwhile' | 'unknown-entry' }
  | { outcome: 'in-the-future' | 'check-in-the-past' | 'change-missing' | 'note-missing' }

export interface EntryHands {
  actor: Actor
  campaignId: number
  /** `null`: a new one. */
  id: number | null
  now: Date
}

const kept = {
  id: true,
  state: true,
  version: true,
  revision: true,
  questionFr: true,
  answerFr: true,
  questionEn: true,
  answerEn: true,
} as const
type Kept = EntryWords & { id: number; state: EntryState; version: number; revision: number }

const wordsOf = ({ questionFr, answerFr, questionEn, answerEn }: EntryWords): EntryWords => ({
  questionFr,
  answerFr,
  questionEn,
  answerEn,
})
const same = (one: EntryWords, other: EntryWords) =>
  one.questionFr === other.questionFr &&
  one.answerFr === other.answerFr &&
  one.questionEn === other.questionEn &&
  one.answerEn === other.answerEn

const daysOf = ({ verifiedOn, checkBy }: { verifiedOn: string; checkBy: string }) => ({
  verifiedOn: dayKept(verifiedOn),
  checkBy: checkBy === '' ? null : dayKept(checkBy),
})

function wrongDays({ verifiedOn, checkBy }: { verifiedOn: string; checkBy: string }, now: Date): EntryOutcome | null {
  const today = parisDay(now)
  if (verifiedOn > today) return { outcome: 'in-the-future' }
  return checkBy !== '' && checkBy < today ? { outcome: 'check-in-the-past' } : null
}

interface Step {
  action: string
  revision: number
  from: EntryState
  data: Parameters<Transaction['question']['updateMany']>[0]['data']
}

/** Changes an entry that is still as it was displayed, tells the pages, and writes that down. */
async function change(
  tx: Transaction,
  entry: Pick<Kept, 'id'>,
  { action, revision, from, data }: Step,
  hands: EntryHands,
) {
  const { actor, campaignId, now } = hands
  const { count } = await tx.question.updateMany({
    where: { id: entry.id, campaignId, revision, state: from },
    data: { ...data, revision: { increment: 1 } },
  })
  if (count === 0) return false
  await notifyWith(tx, 'page', String(campaignId))
  const deed = {
    actor,
    action: `question.${action}`,
    subject: `question:${entry.id}`,
    detail: { campaign: campaignId },
  }
  await appendAudit(tx, deed, now)
  return true
}

interface Appearing {
  version: number
  change: Change
  form: EntryForm
}

const keepVersion = (tx: Transaction, id: number, { version, change: why, form }: Appearing, now: Date) =>
  tx.questionVersion.create({
    data: {
      questionId: id,
      version,
      ...wordsOf(form),
      change: why,
      noteFr: form.noteFr,
      noteEn: form.noteEn,
      publishedOn: dayOf(now),
    },
    select: { version: true },
  })

/** Whoever asked what this entry was made of has their answer with it. */
const answerThoseWhoAsked = (tx: Transaction, questionId: number, { actor, now }: EntryHands) =>
  tx.askedQuestion.updateMany({
    where: { questionId, state: 'waiting' },
    data: { state: 'answered', answeredById: actor.id, answeredOn: dayOf(now), revision: { increment: 1 } },
  })

/** Puts a proposed entry on the site: its first version. */
const publishFirst = (form: EntryForm, entry: Kept, hands: EntryHands): Promise<EntryOutcome> =>
  db().$transaction(async (tx) => {
    const today = dayOf(hands.now)
    const version = entry.version
    const data = {
      ...wordsOf(form),
      ...daysOf(form),
      theme: form.theme,
      state: 'published' as const,
      publishedOn: today,
    }
    await answerThoseWhoAsked(tx, entry.id, hands)
    const moved = await change(
      tx,
      entry,
      { action: 'published', revision: form.revision, from: 'proposed', data },
      hands,
    )
    if (!moved) throw new Meanwhile()
    await keepVersion(tx, entry.id, { version, change: 'first', form: { ...form, noteFr: '', noteEn: '' } }, hands.now)
    return { outcome: 'published', id: entry.id }
  })

/** Each language that is shown says what changed. */
const noteIsMissing = (form: EntryForm): boolean =>
  form.change !== 'wording' &&
  ((form.questionFr !== '' && form.noteFr === '') || (form.questionEn !== '' && form.noteEn === ''))

/** A change of what is on the site: a version of its own, with what was said before. */
function publishAgain(form: EntryForm, entry: Kept, hands: EntryHands): Promise<EntryOutcome> | EntryOutcome {
  const why = form.change
  const isChanged = !same(form, entry)
  if (isChanged && !why) return { outcome: 'change-missing' }
  if (isChanged && noteIsMissing(form)) return { outcome: 'note-missing' }
  return db().$transaction(async (tx) => {
    const version = entry.version + (isChanged ? 1 : 0)
    const about = { ...daysOf(form), theme: form.theme }
    const data = isChanged ? { ...wordsOf(form), ...about, version, updatedOn: dayOf(hands.now) } : about
    const action = isChanged ? 'changed' : 'verified'
    const moved = await change(tx, entry, { action, revision: form.revision, from: 'published', data }, hands)
    if (!moved) throw new Meanwhile()
    if (isChanged && why) await keepVersion(tx, entry.id, { version, change: why, form }, hands.now)
    return { outcome: isChanged ? 'changed' : 'verified', id: entry.id }
  })
}

/** Keeps an entry that is not on the site, new or as it was displayed. */
const save = (form: EntryForm, entry: Kept | null, hands: EntryHands): Promise<EntryOutcome> =>
  db().$transaction(async (tx) => {
    if (!entry) return { outcome: 'saved', id: await createProposal(tx, form, { ...hands, days: daysOf(form) }) }
    const data = { ...wordsOf(form), ...daysOf(form), theme: form.theme }
    const moved = await change(tx, entry, { action: 'saved', revision: form.revision, from: 'proposed', data }, hands)
    return moved ? { outcome: 'saved', id: entry.id } : { outcome: 'changed-meanwhile' }
  })

async function publish(form: EntryForm, entry: Kept | null, hands: EntryHands): Promise<EntryOutcome> {
  if (!entry) {
    const saved = await save(form, null, hands)
    if (saved.outcome !== 'saved') return saved
    const fresh = await find({ ...hands, id: saved.id })
    return fresh ? publishFirst({ ...form, revision: fresh.revision }, fresh, hands) : { outcome: 'not-found' }
  }
  if (entry.state === 'proposed') return publishFirst(form, entry, hands)
  return entry.state === 'published' ? publishAgain(form, entry, hands) : { outcome: 'changed-meanwhile' }
}

/** A proposal that says what another entry says: whoever asked is answered by that one. */
const merge = ({ revision, into }: Extract<EntryStep, { intent: 'merge' }>, entry: Kept, hands: EntryHands) =>
  db().$transaction(async (tx): Promise<EntryOutcome> => {
    const other = await tx.question.findFirst({
      where: { id: into, campaignId: hands.campaignId, state: 'published' },
      select: { id: true },
    })
    if (!other) return { outcome: 'unknown-entry' }
    await tx.askedQuestion.updateMany({ where: { questionId: entry.id }, data: { questionId: other.id } })
    await answerThoseWhoAsked(tx, other.id, hands)
    await remove(tx, entry, { revision, action: 'merged' }, hands)
    return { outcome: 'merged' }
  })

const discard = (entry: Kept, revision: number, hands: EntryHands) =>
  db().$transaction(async (tx): Promise<EntryOutcome> => {
    await remove(tx, entry, { revision, action: 'discarded' }, hands)
    return { outcome: 'discarded' }
  })

/** Takes away what was never on the site. @throws Meanwhile */
async function remove(tx: Transaction, entry: Kept, step: { revision: number; action: string }, hands: EntryHands) {
  const { actor, campaignId, now } = hands
  const where = { id: entry.id, campaignId, revision: step.revision, state: 'proposed' as const }
  const { count } = await tx.question.deleteMany({ where })
  if (count === 0) throw new Meanwhile()
  await appendAudit(tx, { actor, action: `question.${step.action}`, subject: `question:${entry.id}` }, now)
}

class Meanwhile extends Error {
  override name = 'Meanwhile'
}

const find = ({ id, campaignId }: Pick<EntryHands, 'id' | 'campaignId'>): Promise<Kept | null> =>
  id === null ? Promise.resolve(null) : db().question.findFirst({ where: { id, campaignId }, select: kept })

const simple = (entry: Kept, step: Step, done: 'retired' | 'restored', hands: EntryHands) =>
  db().$transaction(async (tx): Promise<EntryOutcome> =>
    (await change(tx, entry, step, hands)) ? { outcome: done, id: entry.id } : { outcome: 'changed-meanwhile' },
  )

function act(step: EntryStep, entry: Kept, hands: EntryHands): Promise<EntryOutcome> | EntryOutcome {
  const { revision } = step
  switch (step.intent) {
    case 'save':
      return save(step, entry, hands)
    case 'publish':
      return publish(step, entry, hands)
    case 'merge':
      return merge(step, entry, hands)
    case 'discard':
      return discard(entry, revision, hands)
    case 'retire':
      return simple(
        entry,
        { action: 'retired', revision, from: 'published', data: { state: 'retired' } },
        'retired',
        hands,
      )
    case 'restore':
      return simple(
        entry,
        { action: 'restored', revision, from: 'retired', data: { state: 'published' } },
        'restored',
        hands,
      )
  }
}

/**
 * What a button of an entry's page asks for, on the entry as it was displayed. What changes facts on the site says so in each language
 * that is shown, and leaves the words of before in sight.
 */
export async function takeEntryStep(step: EntryStep, hands: EntryHands): Promise<EntryOutcome> {
  if (!may(hands.actor, 'campaign')) return { outcome: 'not-found' }
  const entry = await find(hands)
  if (!entry && hands.id !== null) return { outcome: 'not-found' }
  const isForm = step.intent === 'save' || step.intent === 'publish'
  const wrong = isForm ? wrongDays(step, hands.now) : null
  if (wrong) return wrong
  try {
    if (entry) return await act(step, entry, hands)
    if (step.intent === 'save') return await save(step, null, hands)
    return step.intent === 'publish' ? await publish(step, null, hands) : { outcome: 'not-found' }
  } catch (error) {
    if (error instanceof Meanwhile) return { outcome: 'changed-meanwhile' }
    throw error
  }
}
