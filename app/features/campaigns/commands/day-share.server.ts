import { dayKept } from '#app/i18n/calendar.ts'
import { parisDay } from '#app/i18n/format.ts'
import type { Transaction } from '#app/infra/db/prisma.server.ts'

/** What strangers send to a desk, each counted apart: no flood of one takes the place of the other. */
type ShareKind = 'question' | 'reply'

interface Share {
  campaignId: number
  kind: ShareKind
  /** How many a day takes. */
  most: number
}

/** Nothing of the transaction stands: today's share was full. */
class DayIsFull extends Error {
  override name = 'DayIsFull'
}

/**
 * Takes one of today's share inside the transaction that keeps what was sent, whoever sends at the same instant. A row of another
 * day is written over: days begin at midnight in Paris. @throws DayIsFull
 */
export async function takeOfDay(
  tx: Pick<Transaction, '$executeRaw'>,
  { campaignId, kind, most }: Share,
  now: Date,
): Promise<void> {
  const taken = await tx.$executeRaw`
    insert into public.day_share as s (campaign_id, kind, day, taken)
    values (${campaignId}::int, ${kind}, ${dayKept(parisDay(now))}::date, 1)
    on conflict (campaign_id, kind) do update set
      day = excluded.day,
      taken = 1 + case when s.day = excluded.day then s.taken else 0 end
    where s.day <> excluded.day or s.taken < ${most}::int`
  if (taken === 0) throw new DayIsFull()
}

/** What a full day answers, instead of an error. */
export const unlessFull = <T>(kept: Promise<T>): Promise<T | { outcome: 'day-full' }> =>
  kept.catch((error: unknown) => {
    if (error instanceof DayIsFull) return { outcome: 'day-full' as const }
    throw error
  })
