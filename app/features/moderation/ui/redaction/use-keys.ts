import { useEffect, useRef } from 'react'
import { placeIn } from './field-writing.ts'
import type { Redaction } from './use-redaction.ts'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest('input:not([type=checkbox], [type=radio]), textarea, select') !== null)

/** Who dictates or listens to a screen reader may have switched single keys off, for the whole desk. */
function areSingleKeysOn(): boolean {
  try {
    return localStorage.getItem('portevoix.keys') !== 'off'
  } catch {
    return true
  }
}

/** Some keyboards make another sign of a letter with Alt: then its place tells. */
const isR = ({ key, code }: KeyboardEvent) => (/^[a-z]$/i.test(key) ? key.toLowerCase() === 'r' : code === 'KeyR')

/** With Alt everywhere, plain only where nobody is typing. */
function actionOf(event: KeyboardEvent, redaction: Redaction): (() => void) | null {
  const { altKey, shiftKey, ctrlKey, metaKey, key } = event
  if (event.isComposing || event.getModifierState('AltGraph')) return null
  const { form, menu } = redaction
  const isOurs = placeIn(form.current) !== null
  const isFree = !isTyping(event.target) && !menu
  if (ctrlKey || metaKey) {
    const undoes = isOurs && !altKey && redaction.undoesItself() && key.toLowerCase() === 'z'
    return undoes ? () => redaction.back(shiftKey ? 'redo' : 'undo') : null
  }
  if (key === 'F8' && !altKey) return () => redaction.go(shiftKey ? -1 : 1)
  if (altKey && key === 'Enter' && (isOurs || isFree)) return () => redaction.replaceCurrent(shiftKey)
  if (altKey && isR(event) && (isOurs || isFree)) return redaction.openMenu
  if (altKey || !isFree || !areSingleKeysOn()) return null
  if (key === 'n' || key === 'N') return () => redaction.go(shiftKey ? -1 : 1)
  return key === 'r' ? redaction.openMenu : null
}

/** Listens on the whole page: from the original, too, one key leads to what is left. */
export function useKeys(redaction: Redaction): void {
  const latest = useRef(redaction)
  useEffect(() => {
    latest.current = redaction
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const act = actionOf(event, latest.current)
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [])
}
