export interface Bell {
  ring: () => void
  /** Resolves at the next ring or after a while. */
  wait: (milliseconds: number) => Promise<void>
}

/** A ring while nobody waits is kept. */
export function bell(): Bell {
  let rung = false
  let wake = () => {}
  const ring = () => {
    rung = true
    wake()
  }
  const wait = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(ring, milliseconds)
      wake = () => {
        clearTimeout(timer)
        rung = false
        wake = () => {}
        resolve()
      }
      if (rung) wake()
    })
  return { ring, wait }
}
