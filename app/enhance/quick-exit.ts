const pressesToLeave = 3
const withinMilliseconds = 1500

/** Leaves at once, by button or by Escape three times, and puts the neutral page in the place of this one in the history. */
export function quickExit(): void {
  const way = () => document.querySelector<HTMLAnchorElement>('[data-quick-exit]')
  if (!way()) return
  const leave = (link: HTMLAnchorElement) => {
    document.dispatchEvent(new Event('quick-exit')) // whoever would ask first keeps silent
    document.documentElement.hidden = true
    location.replace(link.href)
  }
  // Asked when it happens: what stands on the page may have been replaced since it was loaded.
  document.addEventListener('click', (event) => {
    const link = way()
    if (!link || !(event.target instanceof Node) || !link.contains(event.target)) return
    event.preventDefault()
    leave(link)
  })
  let presses: number[] = []
  document.addEventListener('keydown', ({ key, timeStamp }) => {
    if (key !== 'Escape') return
    presses = [...presses.filter((at) => timeStamp - at < withinMilliseconds), timeStamp]
    const link = way()
    if (link && presses.length >= pressesToLeave) leave(link)
  })
}
