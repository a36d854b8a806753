import { readCursor, readFilter, readWhereabouts } from '#app/features/moderation/filter.ts'
import { countLists, listQueue, type Looking } from '#app/features/moderation/queries.server.ts'
import { savedFilters } from '#app/features/moderation/queries/saved-filters.server.ts'
import { parisDay } from '#app/i18n/format.ts'

/** The queue as an address asks for it, for the two pages that show it. */
export async function queueAt(asked: URLSearchParams, looking: Looking, now: Date) {
  const filter = readFilter(asked)
  const [queue, saved, counts] = await Promise.all([
    listQueue({ filter, after: readCursor(asked.get('after')) }, looking, now),
    savedFilters(looking.actor),
    countLists(looking.actor, now),
  ])
  return { ...queue, filter, saved, counts, here: readWhereabouts(asked), today: parisDay(now) }
}
