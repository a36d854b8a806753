/** Whether something may be said now, so many milliseconds after the last time that it might. */
export function politely(pause: number): (now: number) => boolean {
  let said = Number.NEGATIVE_INFINITY
  return (now) => {
    if (now - said < pause) return false
    said = now
    return true
  }
}
