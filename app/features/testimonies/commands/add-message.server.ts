import { randomUUID } from 'node:crypto'
import type { DataKey } from '#app/infra/vault/data-key.server.ts'
import { mostMessages, type MessageKind } from '../inbox.ts'
import type { ApartTransaction } from '../queries/apart.server.ts'
import { sealMessage } from '../sealed-story.server.ts'
import { dayOf } from '../week.ts'

interface WitnessMessage {
  testimonyId: string
  key: DataKey
  kind: MessageKind
  words: string
  /** The message's own id, given with its form: sent twice, it stands there once. */
  once: string | undefined
}

/** Adds a message of the witness, sealed, to the end of a thread that is locked. A refusal is taken at any length of it. */
export async function addMessage(
  tx: ApartTransaction,
  { testimonyId, key, kind, words, once }: WitnessMessage,
  now: Date,
): Promise<'added' | 'there-already' | 'thread-full'> {
  const id = once ?? randomUUID()
  if ((await tx.message.count({ where: { id } })) > 0) return 'there-already'
  const [written, last] = [
    await tx.message.count({ where: { testimonyId, author: 'witness', NOT: { kind: 'refusal' } } }),
    await tx.message.aggregate({ where: { testimonyId }, _max: { n: true } }),
  ]
  if (written >= mostMessages && kind !== 'refusal') return 'thread-full'
  await tx.message.create({
    data: {
      id,
      testimonyId,
      n: (last._max.n ?? 0) + 1,
      author: 'witness',
      kind,
      sealedText: sealMessage(key, id, words),
      day: dayOf(now),
    },
    select: { id: true },
  })
  return 'added'
}
