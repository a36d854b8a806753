/** What a key has used of its two windows, and what it may use. */
export interface Used {
  perHour: number
  perDay: number
  hourBegan: Date | null
  hourUsed: number
  dayBegan: Date | null
  dayUsed: number
}

const hour = 3600
const day = 24 * hour

interface Window {
  name: 'hour' | 'day'
  quota: number
  seconds: number
  /** Requests that are left. */
  left: number
  /** Seconds until the window ends. */
  reset: number
}

function windowOf(
  { name, quota, seconds }: Pick<Window, 'name' | 'quota' | 'seconds'>,
  { began, used }: { began: Date | null; used: number },
  now: Date,
): Window {
  const ends = began === null ? 0 : began.getTime() + seconds * 1000 - now.getTime()
  if (ends <= 0) return { name, quota, seconds, left: quota, reset: seconds }
  return { name, quota, seconds, left: Math.max(0, quota - used), reset: Math.ceil(ends / 1000) }
}

const windowsOf = (used: Used, now: Date): Window[] => [
  windowOf({ name: 'hour', quota: used.perHour, seconds: hour }, { began: used.hourBegan, used: used.hourUsed }, now),
  windowOf({ name: 'day', quota: used.perDay, seconds: day }, { began: used.dayBegan, used: used.dayUsed }, now),
]

/**
 * `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers-10): quotas with their windows in seconds; what is left
 * of each and the seconds until it is whole again.
 */
export function limitHeaders(used: Used, now: Date): Record<string, string> {
  const windows = windowsOf(used, now)
  return {
    'RateLimit-Policy': windows.map(({ name, quota, seconds }) => `"${name}";q=${quota};w=${seconds}`).join(', '),
    RateLimit: windows.map(({ name, left, reset }) => `"${name}";r=${left};t=${reset}`).join(', '),
  }
}

/** Seconds until every window lets one more pass; 0 when they do now. */
export const secondsToWait = (used: Used, now: Date): number =>
  Math.max(0, ...windowsOf(used, now).map(({ left, reset }) => (left > 0 ? 0 : reset)))
