import { randomUUID } from 'node:crypto'
import type { ApartTransaction } from '#app/features/testimonies/queries/apart.server.ts'
import { openMessage, sealMessage } from '#app/features/testimonies/sealed-story.server.ts'
import { dayOf } from '#app/features/testimonies/week.ts'
import type { DataKey } from '#app/infra/vault/data-key.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { messageKeyOf, type ToldStep } from '../reasons.ts'

interface Letter {
  testimonyId: string
  key: DataKey
  kind: 'question' | 'decision'
  words: string
}

/**
 * One more message of the team in the thread, sealed, dated to the day. Called inside the step's transaction, after it has
 * changed the testimony: the row's lock keeps two messages from taking the same place.
 */
export async function writeToWitness(
  tx: ApartTransaction,
  { testimonyId, key, kind, words }: Letter,
  now: Date,
): Promise<void> {
  const last = await tx.message.aggregate({ where: { testimonyId }, _max: { n: true } })
  const id = randomUUID()
  await tx.message.create({
    data: {
      id,
      testimonyId,
      n: (last._max.n ?? 0) + 1,
      author: 'team',
      kind,
      sealedText: sealMessage(key, id, words),
      day: dayOf(now),
    },
    select: { id: true },
  })
}

/** Whether the last word of the thread is the team's, and these. */
export async function isLastSaid(tx: ApartTransaction, { testimonyId, key, kind, words }: Letter): Promise<boolean> {
  const last = await tx.message.findFirst({
    where: { testimonyId },
    orderBy: { n: 'desc' },
    select: { id: true, author: true, kind: true, sealedText: true },
  })
  return last?.author === 'team' && last.kind === kind && openMessage(key, last.id, last.sealedText) === words
}

interface Told {
  step: ToldStep
  reason: string
  /** What the moderator made of it; `null`: the words that belong to the reason. */
  message: string | null
}

/** What the author is told, in the language of the testimony. */
export async function wordsForAuthor(
  tx: ApartTransaction,
  { step, reason, message }: Told,
  testimonyId: string,
): Promise<string> {
  if (message !== null) return message
  const { locale } = await tx.testimony.findUniqueOrThrow({ where: { id: testimonyId }, select: { locale: true } })
  const words = messageKeyOf(step, reason)
  if (words === undefined) throw new Error(`no words for the author: ${step} ${reason}`)
  return translator(isLocale(locale) ? locale : 'fr')(words)
}
