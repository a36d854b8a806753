import type { TypedText, TextPart } from './text-form.ts'
import { readable, textDiff, type DiffPart } from './word-diff.ts'

/** A paragraph in which words changed, or how many stayed as they were between two that did. */
export type ShownChange = { kind: 'changed'; parts: DiffPart[] } | { kind: 'same'; count: number }

export interface PartChanges {
  part: Exclude<TextPart, 'note'>
  changes: ShownChange[]
}

const compared = ['title', 'addressee', 'ask', 'demands', 'body', 'easy', 'consent'] as const

/** What changed between two versions, part by part; parts that stayed are left out. Shaped as it reads, not as it is written. */
export function textChanges(older: Omit<TypedText, 'note'>, newer: Omit<TypedText, 'note'>): PartChanges[] {
  return compared.flatMap((part) => {
    const plain = (text: string) => (part === 'title' ? text.replaceAll('*', '') : readable(text))
    const changes: ShownChange[] = []
    for (const paragraph of textDiff(plain(older[part]), plain(newer[part]))) {
      const last = changes.at(-1)
      if (paragraph.kind === 'changed') changes.push(paragraph)
      else if (last?.kind === 'same') last.count += 1
      else changes.push({ kind: 'same', count: 1 })
    }
    return changes.some(({ kind }) => kind === 'changed') ? [{ part, changes }] : []
  })
}
