import { readAmendment } from '#app/features/testimonies/amendment.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { openMessage } from '#app/features/testimonies/sealed-story.server.ts'
import { SealBroken } from '#app/infra/vault/seal.server.ts'
import { keyFor, type Hands } from '../commands/settle.server.ts'
import type { ThreadMessage } from '../workbench.ts'

type Said = Pick<ThreadMessage, 'text' | 'leaveOut'>

/** A correction is the whole text as the witness wants it, with a word about it; shown as text. */
function readable(kind: string, words: string): Said {
  if (kind !== 'amendment') return { text: words, leaveOut: [] }
  try {
    const { draft, leaveOut, note } = readAmendment(words)
    return { text: [...(note ? [note] : []), draft.title, draft.text].join('\n\n'), leaveOut }
  } catch {
    return { text: words, leaveOut: [] }
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
  const closed: Said = { text: null, leaveOut: [] }
  const saidIn = (id: string, kind: string, envelope: Uint8Array): Said => {
    if (!key) return closed
    try {
      return readable(kind, openMessage(key, id, envelope))
    } catch (error) {
      if (error instanceof SealBroken) return closed
      throw error
    }
  }
  return rows.map(({ id, sealedText, day, ...message }) => ({
    ...message,
    id,
    day: day.toISOString().slice(0, 10),
    ...saidIn(id, message.kind, sealedText),
  }))
}
