/** Milliseconds. The click of a finger may come so long after it was lifted, and the field is left in between. */
const clickFollows = 400

/** What moves the page, put off while a press is under way: its click is to land where the finger came down. */
export function betweenPresses(act: () => void): () => void {
  let pressed = false
  let waiting = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = () => {
    pressed = false
    if (waiting) act()
    waiting = false
  }
  const endAfter = (milliseconds: number) => () => {
    clearTimeout(timer)
    timer = setTimeout(end, milliseconds)
  }
  const begin = () => {
    clearTimeout(timer)
    pressed = true
  }
  addEventListener('pointerdown', begin, true)
  addEventListener('pointerup', endAfter(clickFollows), true)
  for (const name of ['pointercancel', 'click']) addEventListener(name, endAfter(0), true)
  return () => {
    if (pressed) waiting = true
    else act()
  }
}
