import { showsKind } from '#app/features/sheets/queries/public.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { listClaims } from './claims.server.ts'
import { listPublishedReplies } from './replies.server.ts'

/** Both sides, for the page of a campaign. */
export async function findBothSides(campaignId: number, locale: Locale, now: Date) {
  const [{ claims }, replies, systems] = await Promise.all([
    listClaims(campaignId, { locale, today: parisDay(now) }),
    listPublishedReplies(campaignId),
    showsKind(campaignId, 'system'),
  ])
  return { claims, replies, systems }
}
