import { z } from 'zod'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { locales } from '#app/i18n/locale.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { readTexts, typedTexts, type NewText, type TextProblems, type TypedTexts } from '../text-form.ts'
import { textHash } from '../text-hash.server.ts'

interface Writing {
  actor: Actor
  campaignId: number
  /** The draft that was seen; 0 for none. */
  revision: number
}

export type SaveOutcome =
  | { outcome: 'saved'; revision: number }
  /** Somebody published a version since the one this was written from. */
  | { outcome: 'published-meanwhile' }
  /** Somebody saved or discarded the draft since it was seen. */
  | { outcome: 'saved-meanwhile' }
  | { outcome: 'unknown' }

export type PublishOutcome =
  | { outcome: 'published'; version: number }
  | { outcome: 'incomplete'; problems: TextProblems }
  | { outcome: 'nothing-changed' }
  | { outcome: 'published-meanwhile' }
  | { outcome: 'saved-meanwhile' }
  | { outcome: 'unknown' }

/**
 * Whoever writes the text of a campaign waits here for the one before. The hot paths never take this row.
 * @returns the version now shown, 0 without one; `null` without a campaign
 */
async function holdTexts(tx: Transaction, campaignId: number): Promise<number | null> {
  const found = await tx.$queryRaw<unknown[]>`select 1 from campaign where id = ${campaignId} for update`
  if (found.length === 0) return null
  const { _max } = await tx.campaignText.aggregate({ where: { campaignId }, _max: { version: true } })
  return _max.version ?? 0
}

const subjectOf = (campaignId: number) => `campaign:${campaignId}`
const stored = z.object({ base: z.number(), revision: z.number(), content: typedTexts })

/** Keeps what is written of the next version, complete or not. Never takes the place of what was not seen. */
export async function saveTextDraft(
  { actor, campaignId, base, revision, texts }: Writing & { base: number; texts: TypedTexts },
  now: Date,
): Promise<SaveOutcome> {
  return db().$transaction(async (tx): Promise<SaveOutcome> => {
    const current = await holdTexts(tx, campaignId)
    if (current === null) return { outcome: 'unknown' }
    if (base !== current) return { outcome: 'published-meanwhile' }
    const next = { base, content: texts, savedBy: actor.id, savedAt: now }
    const known = await tx.textDraft.findUnique({ where: { campaignId }, select: { revision: true } })
    if ((known?.revision ?? 0) !== revision) return { outcome: 'saved-meanwhile' }
    await tx.textDraft.upsert({
      where: { campaignId },
      create: { campaignId, revision: 1, ...next },
      update: { revision: revision + 1, ...next },
      select: { campaignId: true },
    })
    const detail = { base, revision: revision + 1 }
    await appendAudit(tx, { actor, action: 'text.drafted', subject: subjectOf(campaignId), detail }, now)
    return { outcome: 'saved', revision: revision + 1 }
  })
}

/** Forgets a draft that was seen. What is published stays as it is. */
export async function discardTextDraft(
  { actor, campaignId, revision }: Writing,
  now: Date,
): Promise<{ outcome: 'discarded' | 'saved-meanwhile' }> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.textDraft.deleteMany({ where: { campaignId, revision } })
    if (count === 0) return { outcome: 'saved-meanwhile' }
    await appendAudit(tx, { actor, action: 'text.draft-discarded', subject: subjectOf(campaignId) }, now)
    return { outcome: 'discarded' }
  })
}

/**
 * Publishes the draft that was seen as a new version of both languages, or of neither. What was published before is not
 * touched, and signatures stay with the version they were given to.
 */
export async function publishText({ actor, campaignId, revision }: Writing, now: Date): Promise<PublishOutcome> {
  return db().$transaction(async (tx): Promise<PublishOutcome> => {
    const current = await holdTexts(tx, campaignId)
    if (current === null) return { outcome: 'unknown' }
    const draft = stored.safeParse(await tx.textDraft.findUnique({ where: { campaignId } })).data
    if (draft?.revision !== revision) return { outcome: 'saved-meanwhile' }
    if (draft.base !== current) return { outcome: 'published-meanwhile' }
    const read = readTexts(draft.content, { first: current === 0 })
    if (!read.ok) return { outcome: 'incomplete', problems: read.problems }
    if (!(await differs(tx, { campaignId, version: current, texts: read.texts }))) return { outcome: 'nothing-changed' }
    const version = current + 1
    const rows = locales.map((locale) => ({
      campaignId,
      locale,
      version,
      ...read.texts[locale],
      hash: textHash(read.texts[locale]),
      publishedAt: now,
    }))
    await tx.campaignText.createMany({ data: rows })
    await tx.textDraft.delete({ where: { campaignId }, select: { campaignId: true } })
    await notifyWith(tx, 'page', String(campaignId))
    const hashes = Object.fromEntries(rows.map(({ locale, hash }) => [locale, hash.toString('hex')]))
    const detail = { version, ...hashes }
    await appendAudit(tx, { actor, action: 'text.published', subject: subjectOf(campaignId), detail }, now)
    return { outcome: 'published', version }
  })
}

interface Compared {
  campaignId: number
  version: number
  texts: Record<(typeof locales)[number], NewText>
}

const binding = {
  title: true,
  addressee: true,
  ask: true,
  body: true,
  easy: true,
  demands: true,
  consent: true,
} as const
const inOneLine = ({ title, addressee, ask, body, easy, demands, consent }: Omit<NewText, 'note'>) =>
  JSON.stringify([title, addressee, ask, body, easy, demands, consent])

/** Whether anything but the note is new, in either language. */
async function differs(tx: Transaction, { campaignId, version, texts }: Compared): Promise<boolean> {
  const shown = await tx.campaignText.findMany({
    where: { campaignId, version },
    select: { locale: true, ...binding },
  })
  return locales.some((locale) => {
    const text = shown.find((one) => one.locale === locale)
    return !text || inOneLine(text) !== inOneLine(texts[locale])
  })
}
