/** An hour of the clock in Paris, as somebody types it, is one instant, two (the hour that comes twice in autumn) or none (in spring). */
export type ParisHour =
  | { outcome: 'instant'; at: Date }
  | { outcome: 'twice'; first: Date; second: Date }
  | { outcome: 'never' }
  | { outcome: 'invalid' }

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Paris',
  dateStyle: 'short',
  timeStyle: 'medium',
  hourCycle: 'h23',
})

/** Minutes by which the clock in Paris is ahead of UTC. */
function ahead(instant: Date): number {
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0] = (clock.format(instant).match(/\d+/g) ?? []).map(Number)
  return Math.round((Date.UTC(year, month - 1, day, hour, minute) - instant.getTime()) / 60_000)
}

/** Of winter and summer. */
const offsets = [60, 120] as const

/** @param typed `YYYY-MM-DDTHH:MM`, as a `datetime-local` field sends it */
export function parisHour(typed: string): ParisHour {
  const [, year = '', month = '', day = '', hour = '', minute = ''] =
    /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::00)?$/.exec(typed) ?? []
  const asUtc = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute))
  const isReal = year !== '' && new Date(asUtc).toISOString().startsWith(`${year}-${month}-${day}T${hour}:${minute}`)
  if (!isReal) return { outcome: 'invalid' }
  const instants = offsets
    .map((offset) => ({ offset, at: new Date(asUtc - offset * 60_000) }))
    .filter(({ offset, at }) => ahead(at) === offset)
    .map(({ at }) => at)
    .toSorted((a, b) => a.getTime() - b.getTime())
  const [first, second] = instants
  if (!first) return { outcome: 'never' }
  return second ? { outcome: 'twice', first, second } : { outcome: 'instant', at: first }
}

const hour = 3_600_000
/** A year from now nobody remembers. */
const furthest = 366 * 24 * hour

export type Schedulable = { outcome: 'ok'; at: Date } | { outcome: 'invalid' | 'never' | 'twice' | 'past' | 'far' }

/** When a mailing may begin by itself. @param which of an hour that comes twice */
export function schedulable(typed: string, { which, now }: { which?: 'first' | 'second'; now: Date }): Schedulable {
  const read = parisHour(typed)
  if (read.outcome === 'invalid' || read.outcome === 'never') return { outcome: read.outcome }
  if (read.outcome === 'twice' && which === undefined) return { outcome: 'twice' }
  const at = read.outcome === 'instant' ? read.at : which === 'first' ? read.first : read.second
  if (at <= now) return { outcome: 'past' }
  return at.getTime() - now.getTime() > furthest ? { outcome: 'far' } : { outcome: 'ok', at }
}

/** Its hour is over by more than this: a person says whether it is still wanted. */
export const isTooLate = (scheduledFor: Date, now: Date): boolean => now.getTime() - scheduledFor.getTime() >= hour
