import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { tellingState } from '../rules/telling.ts'
import type { MailingTexts } from '../schema.ts'
import { writeMailing } from './write-mailing.server.ts'

interface Deciding {
  actor: Actor
  campaignId: number
  /** The name that the room gives to what happened: `handover:12:answer`. At most 120 characters. */
  about: string
  now: Date
}

export type TellOutcome = { outcome: 'prepared' | 'already-prepared'; id: string } | { outcome: 'already-aside' }
export type AsideOutcome = { outcome: 'aside' | 'already-decided' | 'not-aside' }

/** Two who press the button at once wait for each other here, and the second finds what the first did. */
async function hold(tx: Transaction, { campaignId, about }: Deciding) {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`news:${campaignId}:${about}`}, 0))`
  const row = await tx.followedNews.findUnique({
    where: { campaignId_about: { campaignId, about } },
    select: { mailingId: true, asideBecause: true, mailing: { select: { state: true } } },
  })
  return {
    mailingId: row?.mailingId ?? null,
    state: tellingState(row && { mailing: row.mailing?.state ?? null, asideBecause: row.asideBecause }),
  }
}

const keep = (
  tx: Transaction,
  { actor, campaignId, about, now }: Deciding,
  kept: { mailingId: string | null; asideBecause: string | null },
) => {
  const decided = { ...kept, decidedById: actor.id, decidedAt: now }
  return tx.followedNews.upsert({
    where: { campaignId_about: { campaignId, about } },
    create: { campaignId, about, ...decided },
    update: decided,
    select: { about: true },
  })
}

/**
 * Prepares a letter to everyone who asked for news of the campaign, once: a draft like every other, which people change, check and
 * agree to before it goes anywhere. A second call finds the draft of the first.
 */
export function prepareNews(deciding: Deciding, texts: MailingTexts): Promise<TellOutcome> {
  const { actor, campaignId, about, now } = deciding
  return db().$transaction(async (tx): Promise<TellOutcome> => {
    const { state, mailingId } = await hold(tx, deciding)
    if (state === 'aside') return { outcome: 'already-aside' }
    if (state !== 'open' && mailingId !== null) return { outcome: 'already-prepared', id: mailingId }
    const { id } = await writeMailing({ actor, campaignId, texts, now })
    await keep(tx, deciding, { mailingId: id, asideBecause: null })
    await appendAudit(tx, { actor, action: 'news.prepared', subject: about, detail: { mailing: id } }, now)
    return { outcome: 'prepared', id }
  })
}

/** Says why nobody is written to about it. Possible until a letter was prepared; a dropped one does not count. */
export function setNewsAside(deciding: Deciding, because: string): Promise<AsideOutcome> {
  const { actor, about, now } = deciding
  return db().$transaction(async (tx): Promise<AsideOutcome> => {
    const { state } = await hold(tx, deciding)
    if (state !== 'open') return { outcome: 'already-decided' }
    await keep(tx, deciding, { mailingId: null, asideBecause: because })
    await appendAudit(tx, { actor, action: 'news.set-aside', subject: about }, now)
    return { outcome: 'aside' }
  })
}

/** Takes back that nobody is written to: the letter is offered again. */
export function offerNewsAgain(deciding: Deciding): Promise<AsideOutcome> {
  const { actor, campaignId, about, now } = deciding
  return db().$transaction(async (tx): Promise<AsideOutcome> => {
    const { count } = await tx.followedNews.deleteMany({ where: { campaignId, about, asideBecause: { not: null } } })
    if (count === 0) return { outcome: 'not-aside' }
    await appendAudit(tx, { actor, action: 'news.offered-again', subject: about }, now)
    return { outcome: 'aside' }
  })
}

/** What had happened was taken back: if it happens again, it is news again. A letter that was prepared stays with the others. */
export const forgetNews = (tx: Transaction, { campaignId, about }: Pick<Deciding, 'campaignId' | 'about'>) =>
  tx.followedNews.deleteMany({ where: { campaignId, about } })
