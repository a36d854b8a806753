const REMOVED = /\{\{([^|{}]+)\|([^|{}]+)\}\}/g

/** Reads one marked text, `{{what was written|neutral words}}`, as the original deposited and the text that may appear. */
export function told(marked: string): { original: string; redacted: string } {
  return { original: marked.replace(REMOVED, '$1'), redacted: marked.replace(REMOVED, '[[$2]]') }
}
