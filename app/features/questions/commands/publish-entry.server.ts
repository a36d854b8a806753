import { dayOf } from '#app/features/testimonies/week.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import type { Change, EntryForm, EntryWords } from '../schema.ts'
import {
  answerThoseWhoAsked,
  change,
  daysOf,
  find,
  Meanwhile,
  wordsOf,
  type EntryHands,
  type EntryOutcome,
  type Kept,
} from './change-entry.server.ts'
import { createProposal } from './create-proposal.server.ts'

const same = (one: EntryWords, other: EntryWords) =>
  one.questionFr === other.questionFr &&
  one.answerFr === other.answerFr &&
  one.questionEn === other.questionEn &&
  one.answerEn === other.answerEn

interface Appearing {
  id: number
  version: number
  change: Change
  form: EntryForm
}

const keepVersion = (tx: Transaction, { id, version, change: why, form }: Appearing, now: Date) =>
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
      { entry, action: 'published', revision: form.revision, from: 'proposed', data },
      hands,
    )
    if (!moved) throw new Meanwhile()
    await keepVersion(
      tx,
      { id: entry.id, version, change: 'first', form: { ...form, noteFr: '', noteEn: '' } },
      hands.now,
    )
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
    const moved = await change(tx, { entry, action, revision: form.revision, from: 'published', data }, hands)
    if (!moved) throw new Meanwhile()
    if (isChanged && why) await keepVersion(tx, { id: entry.id, version, change: why, form }, hands.now)
    return { outcome: isChanged ? 'changed' : 'verified', id: entry.id }
  })
}

/** Keeps an entry that is not on the site, new or as it was displayed. */
export const save = (form: EntryForm, entry: Kept | null, hands: EntryHands): Promise<EntryOutcome> =>
  db().$transaction(async (tx) => {
    if (!entry) return { outcome: 'saved', id: await createProposal(tx, form, { ...hands, days: daysOf(form) }) }
    const data = { ...wordsOf(form), ...daysOf(form), theme: form.theme }
    const moved = await change(tx, { entry, action: 'saved', revision: form.revision, from: 'proposed', data }, hands)
    return moved ? { outcome: 'saved', id: entry.id } : { outcome: 'changed-meanwhile' }
  })

/** Puts an entry on the site, or a change of one that is there. */
export async function publish(form: EntryForm, entry: Kept | null, hands: EntryHands): Promise<EntryOutcome> {
  if (!entry) {
    const saved = await save(form, null, hands)
    if (saved.outcome !== 'saved') return saved
    const fresh = await find({ ...hands, id: saved.id })
    return fresh ? publishFirst({ ...form, revision: fresh.revision }, fresh, hands) : { outcome: 'not-found' }
  }
  if (entry.state === 'proposed') return publishFirst(form, entry, hands)
  return entry.state === 'published' ? publishAgain(form, entry, hands) : { outcome: 'changed-meanwhile' }
}
