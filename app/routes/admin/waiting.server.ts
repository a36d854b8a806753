import { countWaiting } from '#app/features/moderation/queries.server.ts'
import type { AdminHref } from '#app/features/staff/navigation.ts'
import { may, type Actor } from '#app/features/staff/policy.ts'

/** How much waits behind each door, for those it opens to. Zero is not shown. */
export async function waitingCounts(actor: Pick<Actor, 'role'>): Promise<Partial<Record<AdminHref, number>>> {
  return may(actor, 'moderate') ? { '/admin/testimonies': await countWaiting() } : {}
}
