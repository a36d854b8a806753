import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { dayKept, plusMonths } from '#app/i18n/calendar.ts'
import { parisDay } from '#app/i18n/format.ts'
import type { MessageKey } from '#app/i18n/t.ts'
import { Prisma } from '#app/infra/db/generated/client.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import type { DeskForm } from '../form.ts'
import { checkByFault, monthsUntilCheck } from '../rules.ts'
import { sheetJson, type InBoth, type SheetChange, type SheetJson, type SheetKind } from '../schema.ts'

interface Writing {
  actor: Actor
  sheetId: number
  /** The state of the sheet that was seen. */
  revision: number
}

type Refused = { outcome: 'changed-meanwhile' } | { outcome: 'unknown' }

export type CreateOutcome = { outcome: 'created'; id: number } | { outcome: 'taken' }
export type SaveOutcome = { outcome: 'saved'; revision: number } | Refused
export type PublishOutcome =
  | { outcome: 'published'; version: number; change: SheetChange | 'first' }
  | { outcome: 'nothing-changed' }
  | { outcome: 'incomplete'; problems: Record<string, MessageKey> }
  | { outcome: 'wrong-day'; problem: MessageKey }
  | Refused
export type StepOutcome =
  | { outcome: 'verified' | 'discarded' | 'retired' | 'returned' }
  | { outcome: 'wrong-day'; problem: MessageKey }
  | Refused

/** Whoever writes a sheet waits here for the one before. */
async function hold(tx: Transaction, { sheetId, revision }: Writing) {
  await tx.$queryRaw`select 1 from sheet where id = ${sheetId} for update`
  const sheet = await tx.sheet.findUnique({ where: { id: sheetId } })
  if (!sheet) return { refused: { outcome: 'unknown' } as const }
  if (sheet.revision !== revision) return { refused: { outcome: 'changed-meanwhile' } as const }
  return { sheet }
}

interface Deed {
  actor: Actor
  action: string
  sheet: { id: number; campaignId: number; kind: string; slug: string }
  version?: number
}

/** Writes the deed and has the pages of the campaign shown anew. */
async function record(tx: Transaction, { actor, action, sheet, version }: Deed, now: Date): Promise<void> {
  await notifyWith(tx, 'page', String(sheet.campaignId))
  const detail = { kind: sheet.kind, slug: sheet.slug, ...(version === undefined ? {} : { version }) }
  await appendAudit(tx, { actor, action, subject: `sheet:${sheet.id}`, detail }, now)
}

const isTaken = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'P2002'

interface NewSheet {
  actor: Actor
  campaignId: number
  kind: SheetKind
  slug: string
  content: SheetJson
}

/** Begins a sheet as a draft, behind the others of its kind. Nobody outside sees it until it is published. */
export async function createSheet(
  { actor, campaignId, kind, slug, content }: NewSheet,
  now: Date,
): Promise<CreateOutcome> {
  const today = dayKept(parisDay(now))
  try {
    return await db().$transaction(async (tx) => {
      const { _max } = await tx.sheet.aggregate({ where: { campaignId, kind }, _max: { position: true } })
      const place = { campaignId, kind, slug, position: (_max.position ?? -1) + 1 }
      const sheet = await tx.sheet.create({
        data: { ...place, verifiedOn: today, checkBy: today, draft: content, savedAt: now },
      })
      await record(tx, { actor, action: 'sheet.begun', sheet }, now)
      return { outcome: 'created', id: sheet.id }
    })
  } catch (error) {
    if (isTaken(error)) return { outcome: 'taken' }
    throw error
  }
}

/** Keeps what is written of the next version, complete or not. Never takes the place of what was not seen. */
export function saveSheetDraft(writing: Writing & { content: SheetJson }, now: Date): Promise<SaveOutcome> {
  return db().$transaction(async (tx): Promise<SaveOutcome> => {
    const { sheet, refused } = await hold(tx, writing)
    if (refused) return refused
    const revision = sheet.revision + 1
    await tx.sheet.update({
      where: { id: sheet.id },
      data: { draft: writing.content, revision, savedAt: now },
      select: { id: true },
    })
    await record(tx, { actor: writing.actor, action: 'sheet.drafted', sheet }, now)
    return { outcome: 'saved', revision }
  })
}

interface Publishing extends Writing {
  form: DeskForm
  change: SheetChange
  note: InBoth
  /** The last day to verify it again, `YYYY-MM-DD`. */
  checkBy: string
}

const dayProblem = (checkBy: string, today: string) =>
  checkByFault(checkBy, { today, furthest: plusMonths(today, monthsUntilCheck) })

/**
 * Publishes the draft that was seen as the next version, verified today. What was published before stays and is public.
 * The first version says nothing of what changed; every other says it in both languages.
 */
export function publishSheet(
  { form, change, note, checkBy, ...writing }: Publishing,
  now: Date,
): Promise<PublishOutcome> {
  const today = parisDay(now)
  return db().$transaction(async (tx): Promise<PublishOutcome> => {
    const { sheet, refused } = await hold(tx, writing)
    if (refused) return refused
    const read = form.read(sheet.draft ?? {}, sheet.slug)
    if (!read.ok) return { outcome: 'incomplete', problems: read.problems }
    const problem = dayProblem(checkBy, today)
    if (problem) return { outcome: 'wrong-day', problem }
    const before = await tx.sheetVersion.findFirst({
      where: { sheetId: sheet.id, version: sheet.version },
      select: { content: true },
    })
    if (before && sameContent(form, sheet.slug, [before.content, read.content])) return { outcome: 'nothing-changed' }
    const problems = { ...form.follows(before?.content, read.content), ...form.problems(read.content) }
    if (Object.keys(problems).length > 0) return { outcome: 'incomplete', problems }
    const version = sheet.version + 1
    const kind = version === 1 ? 'first' : change
    const words = version === 1 ? {} : { noteFr: note.fr, noteEn: note.en }
    const content = sheetJson.parse(read.content)
    await tx.sheetVersion.create({
      data: { sheetId: sheet.id, version, content, change: kind, ...words, publishedOn: dayKept(today) },
      select: { version: true },
    })
    const days = { verifiedOn: dayKept(today), checkBy: dayKept(checkBy) }
    const next = { version, draft: Prisma.DbNull, retired: false, revision: sheet.revision + 1, savedAt: now, ...days }
    await tx.sheet.update({ where: { id: sheet.id }, data: next, select: { id: true } })
    await record(
      tx,
      { actor: writing.actor, action: kind === 'correction' ? 'sheet.corrected' : 'sheet.published', sheet, version },
      now,
    )
    return { outcome: 'published', version, change: kind }
  })
}

/** Laid out by the same schema, so that the order of what the database keeps does not matter. */
function sameContent(form: DeskForm, slug: string, contents: readonly [unknown, unknown]): boolean {
  const [one, other] = contents.map((content) => {
    const read = form.read(content, slug)
    return read.ok ? JSON.stringify(read.content) : null
  })
  return one !== null && one === other
}

/** Somebody read the sources again: its words stand, until the day given. */
export function verifySheet({ checkBy, ...writing }: Writing & { checkBy: string }, now: Date): Promise<StepOutcome> {
  const today = parisDay(now)
  const problem = dayProblem(checkBy, today)
  if (problem) return Promise.resolve({ outcome: 'wrong-day', problem })
  const data = { verifiedOn: dayKept(today), checkBy: dayKept(checkBy) }
  return step(writing, { action: 'sheet.verified', outcome: 'verified', data, when: { version: { gt: 0 } } }, now)
}

/** Forgets the draft; what is published stays. A sheet that was never published goes with it. */
export async function discardSheetDraft(writing: Writing, now: Date): Promise<StepOutcome> {
  return db().$transaction(async (tx): Promise<StepOutcome> => {
    const { sheet, refused } = await hold(tx, writing)
    if (refused) return refused
    await record(tx, { actor: writing.actor, action: 'sheet.draft-discarded', sheet }, now)
    if (sheet.version === 0) await tx.sheet.delete({ where: { id: sheet.id }, select: { id: true } })
    else
      await tx.sheet.update({
        where: { id: sheet.id },
        data: { draft: Prisma.DbNull, revision: sheet.revision + 1, savedAt: now },
        select: { id: true },
      })
    return { outcome: 'discarded' }
  })
}

/** Takes a sheet off the site, or puts it back. */
export const retireSheet = ({ retired, ...writing }: Writing & { retired: boolean }, now: Date): Promise<StepOutcome> =>
  step(
    writing,
    retired
      ? { action: 'sheet.retired', outcome: 'retired', data: { retired }, when: { version: { gt: 0 } } }
      : { action: 'sheet.returned', outcome: 'returned', data: { retired }, when: {} },
    now,
  )

interface Step {
  action: string
  outcome: 'verified' | 'retired' | 'returned'
  data: Prisma.SheetUpdateInput
  when: Prisma.SheetWhereInput
}

function step(writing: Writing, { action, outcome, data, when }: Step, now: Date): Promise<StepOutcome> {
  return db().$transaction(async (tx): Promise<StepOutcome> => {
    const { sheet, refused } = await hold(tx, writing)
    if (refused) return refused
    const next = { ...data, revision: sheet.revision + 1, savedAt: now }
    const { count } = await tx.sheet.updateMany({ where: { id: sheet.id, ...when }, data: next })
    if (count === 0) return { outcome: 'unknown' }
    await record(tx, { actor: writing.actor, action, sheet }, now)
    return { outcome }
  })
}
