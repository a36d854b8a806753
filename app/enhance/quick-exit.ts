const pressesToLeave = 3
const withinMilliseconds = 1500

/** Leaves at once, by button or by Escape three times, and puts the neutral page in the place of this one in the history. */
export function quickExit(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-quick-exit]')
  if (!link) return
  const leave = () => {
    document.dispatchEvent(new Event('quick-exit')) // whoever would ask first keeps silent
    document.documentElement.hidden = true
    location.replace(link.href)
  }
  link.addEventListener('click', (event) => {
    event.preventDefault()
    leave()
  })
  let presses: number[] = []
  document.addEventListener('keydown', ({ key, timeStamp }) => {
    if (key !== 'Escape') return
    presses = [...presses.filter((at) => timeStamp - at < withinMilliseconds), timeStamp]
    if (presses.length >= pressesToLeave) leave()
  })
}
