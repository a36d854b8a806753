import { editBetween, undone, type Edit } from '../../redaction/edits.ts'
import { workingFields, type Place, type WorkingField, type WorkingText } from '../../redaction/working-text.ts'

type Field = HTMLInputElement | HTMLTextAreaElement

export function fieldOf(form: HTMLFormElement | null, name: WorkingField): Field | null {
  const found = form?.elements.namedItem(name)
  return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found : null
}

/** What stands in the form now, with or without a quote. */
export function readForm(form: HTMLFormElement): WorkingText {
  const read = (name: WorkingField) => fieldOf(form, name)?.value ?? ''
  return { title: read('title'), text: read('text'), contentWarning: read('contentWarning'), quote: read('quote') }
}

/** Where the keyboard is in the form; `null` when it is elsewhere. */
export function placeIn(form: HTMLFormElement | null): Place | null {
  const active = document.activeElement
  const field = workingFields.find((name) => active !== null && fieldOf(form, name) === active)
  const control = field && fieldOf(form, field)
  return control ? { field, start: control.selectionStart ?? 0, end: control.selectionEnd ?? 0 } : null
}

/** What is blurred is asked for by going into it. */
function lift(control: HTMLElement): void {
  const veil = control.closest('[data-veil]')
  const box = veil?.querySelector<HTMLInputElement>('label > input')
  if (!box || box.checked) return
  box.click()
  const behind = veil?.lastElementChild
  if (behind instanceof HTMLElement) behind.inert = false // at once: the focus goes there now
}

/** Opens what is folded above it, goes there and selects. */
export function goToPlace(form: HTMLFormElement | null, { field, start, end }: Place): void {
  const control = fieldOf(form, field)
  if (!control) return
  const fold = control.closest('details')
  if (fold) fold.open = true
  lift(control)
  control.focus({ preventScroll: true })
  control.setSelectionRange(start, end)
  const mark = control.parentElement?.querySelector(`[data-start="${start}"]`) ?? control
  mark.scrollIntoView({ block: 'center' })
}

/** Changes that the browser's own undo does not know of: kept only where it cannot write for us. */
export interface OwnUndo {
  past: { field: WorkingField; edit: Edit }[]
  future: { field: WorkingField; edit: Edit }[]
}

function writePlainly(control: Field, edit: Edit): void {
  control.setRangeText(edit.inserted, edit.at, edit.at + edit.removed.length, 'end')
  control.dispatchEvent(new Event('input', { bubbles: true }))
}

interface Writing {
  form: HTMLFormElement | null
  own: OwnUndo
}

/**
 * Writes as if it were typed, so that Ctrl+Z takes it back like anything else: one passage, one step. `execCommand` is old and
 * has no successor for this; where it does nothing we write ourselves and keep an undo of our own.
 */
export function write({ form, own }: Writing, field: WorkingField, next: string): boolean {
  const control = fieldOf(form, field)
  const edit = control && editBetween(control.value, next)
  if (!control || !edit) return false
  goToPlace(form, { field, start: edit.at, end: edit.at + edit.removed.length })
  const written = document.execCommand(edit.inserted === '' ? 'delete' : 'insertText', false, edit.inserted)
  if (written && control.value === next) return true
  own.past.push({ field, edit })
  own.future.length = 0
  writePlainly(control, edit)
  return true
}

/** One step back or forth: our own steps where there are any, else the browser's. */
export function step({ form, own }: Writing, way: 'undo' | 'redo', last: WorkingField): void {
  const kept = way === 'undo' ? own.past.pop() : own.future.pop()
  if (!kept) {
    fieldOf(form, last)?.focus({ preventScroll: true })
    document.execCommand(way)
    return
  }
  const edit = way === 'undo' ? undone(kept.edit) : kept.edit
  const control = fieldOf(form, kept.field)
  // Somebody typed in between: what stands there is no longer what the step was about.
  if (!control || control.value.slice(edit.at, edit.at + edit.removed.length) !== edit.removed) return
  ;(way === 'undo' ? own.future : own.past).push(kept)
  control.focus()
  writePlainly(control, edit)
}
