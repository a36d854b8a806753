import type { Actor } from '#app/features/staff/policy.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'

export interface SavedFilter {
  place: number
  name: string
  query: string
}

/** The filters this person keeps, by name. */
export const savedFilters = (actor: Pick<Actor, 'id'>): Promise<SavedFilter[]> =>
  apart().savedFilter.findMany({
    where: { staffId: actor.id },
    select: { place: true, name: true, query: true },
    orderBy: { name: 'asc' },
  })
