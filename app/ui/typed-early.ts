import { useEffect, useRef, useSyncExternalStore, type RefObject } from 'react'

const never = () => () => {}

/** Whether this is the first look of the framework at a page that the server has written. */
const useWaking = (): boolean =>
  useSyncExternalStore(
    never,
    () => false,
    () => typeof document !== 'undefined',
  )

/**
 * Keeps what was typed into a text area before the framework woke up: it would put the text of the server back, and on a slow
 * line that is a paragraph.
 */
export function useTypedEarly(id: string): RefObject<HTMLTextAreaElement> {
  const area = useRef<HTMLTextAreaElement>(null)
  const waking = useWaking()
  const found = waking ? document.getElementById(id) : null
  const early = useRef(found && found instanceof HTMLTextAreaElement ? found.value : null)
  useEffect(() => {
    const { current } = area
    if (!current || early.current === null || current.value === early.current) return
    current.value = early.current
    // Whoever listens to typing hears of it now.
    current.dispatchEvent(new Event('input', { bubbles: true }))
  }, [])
  return area
}
