/** A day that exists, `YYYY-MM-DD`: `2026-02-30` is none. */
export function isDay(typed: string): boolean {
  const [, year, month, day] = /^((?:19|20)\d\d)-(\d\d)-(\d\d)$/.exec(typed) ?? []
  if (!year || !month || !day) return false
  const y = Number(year)
  const isLeap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return Number(day) >= 1 && Number(day) <= (lengths[Number(month) - 1] ?? 0)
}
