/**
 * Letters of one minute of an hour (0 to 59) under a pace: over an hour they add up to it, and a time in which nothing could be
 * sent is not made up for.
 */
export function lettersOfMinute(perHour: number, minute: number): number {
  const until = (minutes: number) => (minutes * perHour - ((minutes * perHour) % 60)) / 60
  return until(minute + 1) - until(minute)
}

/** Days for which people of a file are kept who do not know it: they are told within a month (GDPR, article 14 §3 a), or forgotten. */
export const daysUnasked = 30
/** Days for which a file is kept that nobody ran. */
export const daysOfFile = 7
