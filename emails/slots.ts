import type { Slot } from './markdown-tree.ts'

/** Between two pairs of braces, on one line. Longer ones are nobody's. */
export const slotPattern = /\{\{[^{}\n]{0,300}\}\}/

const form = /^\{\{\s*([\p{L}-]{1,40})\s*(?::\s*([^|]*?)\s*)?(?:\|\s*(.*?)\s*)?\}\}$/u

/** What `{{…}}` asks for. One that cannot be read is a slot without a name: it is an error, and never sent as it stands. */
export function readSlot(written: string): Slot {
  const [, name = '', argument = '', fallback] = form.exec(written) ?? []
  return { kind: 'slot', name: name.toLowerCase(), argument, fallback: fallback ?? null, written }
}

/** `[button: words](address)`: the words, or `null` when it is an ordinary link. */
export const buttonLabel = (label: string): string | null => /^\s*button\s*:\s*(.*)$/is.exec(label)?.[1]?.trim() ?? null
