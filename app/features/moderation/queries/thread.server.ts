import { z } from 'zod'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { openMessage } from '#app/features/testimonies/sealed-story.server.ts'
import { SealBroken } from '#app/infra/vault/seal.server.ts'
import { keyFor, type Hands } from '../commands/settle.server.ts'
import type { ThreadMessage } from '../workbench.ts'

const amendment = z.object({
  draft: z.object({ title: z.string(), text: z.string() }),
  note: z.string().nullable().default(null),
})

/** A correction is the whole text as the witness wants it, with a word about it; shown as text. */
function readable(kind: string, words: string): string {
  if (kind !== 'amendment') return words
  try {
    const { draft, note } = amendment.parse(JSON.parse(words))
    return [...(note ? [note] : []), draft.title, draft.text].join('\n\n')
  } catch {
    return words
  }
}

/** What team and witness wrote to each other, opened for a moderator. `null` as text: the seal does not open. */
export async function openThread(hands: Hands): Promise<ThreadMessage[]> {
  const [rows, key] = await Promise.all([
    apart().message.findMany({
      where: { testimonyId: hands.testimonyId },
      select: { id: true, author: true, kind: true, sealedText: true, day: true },
      orderBy: { n: 'asc' },
    }),
    keyFor(hands),
  ])
  const textOf = (id: string, kind: string, envelope: Uint8Array): string | null => {
    if (!key) return null
    try {
      return readable(kind, openMessage(key, id, envelope))
    } catch (error) {
      if (error instanceof SealBroken) return null
      throw error
    }
  }
  return rows.map(({ id, sealedText, day, ...message }) => ({
    ...message,
    id,
    day: day.toISOString().slice(0, 10),
    text: textOf(id, message.kind, sealedText),
  }))
}
