import { randomUUID } from 'node:crypto'
import type { DataKey } from '#app/infra/vault/data-key.server.ts'
import { mostMessages, type MessageKind } from '../inbox.ts'
import type { ApartTransaction } from '../queries/apart.server.ts'
import { openMessage, sealMessage } from '../sealed-story.server.ts'
import { dayOf } from '../week.ts'

interface WitnessMessage {
  testimonyId: string
  key: DataKey
  kind: MessageKind
  words: string
  /** The message's own id, given with its form: sent twice with the same words, it stands there once. */
  once: string | undefined
}

const sentWith = async (tx: ApartTransaction, once: string | undefined) =>
  once === undefined
    ? null
    : tx.message.findUnique({
        where: { id: once },
        select: { id: true, testimonyId: true, kind: true, sealedText: true },
      })
type Sent = NonNullable<Awaited<ReturnType<typeof sentWith>>>

const isSame = (sent: Sent, { key, kind, words }: Pick<WitnessMessage, 'key' | 'kind' | 'words'>): boolean =>
  sent.kind === kind && openMessage(key, sent.id, sent.sealedText) === words

/** Whether the very same was sent before with the same form: its kind and its words, not its id alone. */
export async function wasSentBefore(tx: ApartTransaction, message: WitnessMessage): Promise<boolean> {
  const sent = await sentWith(tx, message.once)
  return sent?.testimonyId === message.testimonyId && isSame(sent, message)
}

/** Adds a message of the witness, sealed, to the end of a thread that is locked. A refusal is taken at any length of it. */
export async function addMessage(
  tx: ApartTransaction,
  { testimonyId, key, kind, words, once }: WitnessMessage,
  now: Date,
): Promise<'added' | 'there-already' | 'thread-full'> {
  const sent = await sentWith(tx, once)
  if (sent && (sent.testimonyId !== testimonyId || isSame(sent, { key, kind, words }))) return 'there-already'
  // The id is taken by something else that they said, from the same page: what they say now is not lost for that.
  const id = sent || once === undefined ? randomUUID() : once
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
