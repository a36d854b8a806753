import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { dayRead } from '#app/i18n/calendar.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { readReceipt } from '#app/infra/vault/receipt-code.ts'
import { askedReasons, wordsIn, type AskKind, type AskState, type DeclineReason } from '../schema.ts'
import { codeHash, openQuestionKeyWithCode, sealedText, sealedWords } from '../sealed-question.server.ts'

/** A question as whoever asked it sees it. */
export interface MyQuestion {
  kind: AskKind
  state: AskState
  /** The campaign it was asked of. */
  slug: string
  receivedOn: string
  answeredOn: string | null
  /** `null`: its time is over, and nothing is left of it. */
  text: string | null
  words: string | null
  reason: DeclineReason | null
  /** The entry that answers it, while it is on the site. */
  entry: { slug: string; question: string; lang: Locale } | null
  mayAppear: boolean
}

async function publishedEntry(id: number, locale: Locale): Promise<MyQuestion['entry']> {
  const row = await db().question.findFirst({
    where: { id, state: 'published' },
    select: { slug: true, questionFr: true, answerFr: true, questionEn: true, answerEn: true },
  })
  if (!row) return null
  const mine = wordsIn(row, locale).question
  const lang = mine === '' ? (locale === 'fr' ? 'en' : 'fr') : locale
  return { slug: row.slug, question: wordsIn(row, lang).question, lang }
}

/** The question whose code somebody typed, opened with it. Unknown codes and slips of the hand look alike: `null`. Nothing of the visit is kept. */
export async function findQuestionByCode(typed: string, locale: Locale): Promise<MyQuestion | null> {
  const code = readReceipt(typed)
  if (code === null) return null
  const row = await apart().askedQuestion.findUnique({
    where: { codeHash: codeHash(code) },
    select: {
      id: true,
      kind: true,
      state: true,
      mayAppear: true,
      receivedOn: true,
      answeredOn: true,
      forCode: true,
      sealedText: true,
      sealedWords: true,
      reason: true,
      questionId: true,
      campaign: { select: { slug: true } },
    },
  })
  if (!row) return null
  const { id, kind, state, mayAppear } = row
  const key = row.forCode && openQuestionKeyWithCode(code, id, row.forCode)
  return {
    kind,
    state,
    mayAppear,
    slug: row.campaign.slug,
    receivedOn: dayRead(row.receivedOn),
    answeredOn: row.answeredOn && dayRead(row.answeredOn),
    text: key && row.sealedText && sealedText.open(key, id, row.sealedText).text,
    words: key && row.sealedWords && sealedWords.open(key, id, row.sealedWords).text,
    reason: askedReasons.find((one) => one === row.reason) ?? null,
    entry: row.questionId === null || state !== 'answered' ? null : await publishedEntry(row.questionId, locale),
  }
}
