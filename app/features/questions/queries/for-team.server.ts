import { z } from 'zod'
import { pageOf } from '#app/features/campaigns/page-of.ts'
import type { TeamKeyring } from '#app/features/staff/team-key.server.ts'
import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import { dayRead, daysBetween } from '#app/i18n/calendar.ts'
import { parisDay } from '#app/i18n/format.ts'
import type { Prisma } from '#app/infra/db/generated/client.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { nearest, type Findable } from '../near.ts'
import {
  askedPerPage,
  askedReasons,
  type AskKind,
  type AskState,
  type DeclineReason,
  type EntryState,
} from '../schema.ts'
import { openQuestionKey, sealedText, sealedWords } from '../sealed-question.server.ts'

export const askedFilters = ['waiting', 'closed'] as const
export type AskedFilter = (typeof askedFilters)[number]

const listed = {
  id: true,
  revision: true,
  kind: true,
  state: true,
  locale: true,
  mayAppear: true,
  receivedOn: true,
  forTeam: true,
  sealedText: true,
  campaign: { select: { slug: true } },
} as const

/** A question in the list. */
export interface QueuedQuestion {
  id: string
  /** As it is displayed: whoever decides says which state they saw. */
  revision: number
  kind: AskKind
  state: AskState
  locale: string
  slug: string
  mayAppear: boolean
  /** Octets that are sealed, in steps; `null`: its time is over. The list opens nothing. */
  length: number | null
  /** Since it came. */
  days: number
  receivedOn: string
}

const longestBeginning = 110

interface Listing {
  now: Date
  wanted?: number
}

interface Opening {
  keyring: TeamKeyring | null
  now: Date
}

const lengthOf = ({ sealedText: sealed }: { sealedText: Uint8Array | null }) => sealed && sealed.length

interface Sealed {
  id: string
  forTeam: Uint8Array | null
  sealedText: Uint8Array | null
}

function textOf({ id, forTeam, sealedText: sealed }: Sealed, keyring: TeamKeyring | null): string | null {
  if (!keyring || !forTeam || !sealed) return null
  return sealedText.open(openQuestionKey(keyring, id, forTeam), id, sealed).text
}

function beginning(text: string): string {
  const line = text.replace(/\s+/gu, ' ')
  const signs = [...line]
  return signs.length <= longestBeginning ? line : `${signs.slice(0, longestBeginning).join('').trimEnd()}…`
}

interface AskedPage {
  asked: QueuedQuestion[]
  page: number
  pages: number
}

/** One page of what was asked: those that wait by age, the oldest first; the others by the day of their answer. Nothing is opened. */
export async function listAsked(filter: AskedFilter, { now, wanted = 1 }: Listing): Promise<AskedPage> {
  const waits = filter === 'waiting'
  const where: Prisma.AskedQuestionWhereInput = { state: waits ? 'waiting' : { in: ['answered', 'declined'] } }
  const { page, pages, ...slice } = pageOf(wanted, await apart().askedQuestion.count({ where }), askedPerPage)
  const rows = await apart().askedQuestion.findMany({
    where,
    select: listed,
    orderBy: waits ? [{ receivedOn: 'asc' }, { id: 'asc' }] : [{ answeredOn: 'desc' }, { id: 'asc' }],
    ...slice,
  })
  const today = parisDay(now)
  const asked = rows.map((row) => {
    const receivedOn = dayRead(row.receivedOn)
    const { id, revision, kind, state, locale, mayAppear } = row
    return {
      id,
      revision,
      kind,
      state,
      locale,
      mayAppear,
      slug: row.campaign.slug,
      length: lengthOf(row),
      receivedOn,
      days: daysBetween(receivedOn, today),
    }
  })
  return { asked, page, pages }
}

/** How many wait for an answer. */
export const countWaitingQuestions = (): Promise<number> => apart().askedQuestion.count({ where: { state: 'waiting' } })

/** An entry that may be pointed to. */
export interface EntryToPoint {
  id: number
  slug: string
  state: EntryState
  question: string
  answer: string
}

export interface EarlierQuestion {
  id: string
  state: AskState
  begins: string
  /** What was answered; `null`: nothing yet, or an entry. */
  words: string | null
}

export interface AskedForDesk extends QueuedQuestion {
  text: string | null
  words: string | null
  reason: DeclineReason | null
  answeredOn: string | null
  entry: EntryToPoint | null
  entries: EntryToPoint[]
  /** Numbers of entries, the nearest first. */
  nearEntries: number[]
  earlier: EarlierQuestion[]
}

const nearShown = 4
/** Of earlier questions only so many are opened to be compared. */
const mostEarlier = 150

async function entriesOf(
  campaignId: number,
  locale: string,
): Promise<{ entries: EntryToPoint[]; findable: Findable[] }> {
  const rows = await db().question.findMany({
    where: { campaignId, state: { in: ['published', 'proposed'] } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, slug: true, state: true, questionFr: true, answerFr: true, questionEn: true, answerEn: true },
  })
  const findable = rows.flatMap(({ id, questionFr, answerFr, questionEn, answerEn }) => [
    { id: String(id), question: questionFr, answer: answerFr },
    { id: String(id), question: questionEn, answer: answerEn },
  ])
  const entries = rows.map(({ id, slug, state, ...said }) => {
    const french = said.questionEn === '' || (locale === 'fr' && said.questionFr !== '')
    return {
      id,
      slug,
      state,
      question: french ? said.questionFr : said.questionEn,
      answer: french ? said.answerFr : said.answerEn,
    }
  })
  return { entries, findable: findable.filter(({ question }) => question !== '') }
}

/** Those asked before that say nearly the same, opened to be compared here and nowhere else. */
async function earlierLike(text: string, { id, campaignId }: { id: string; campaignId: number }, keyring: TeamKeyring) {
  const rows = await apart().askedQuestion.findMany({
    where: { campaignId, id: { not: id }, forTeam: { not: null } },
    orderBy: [{ receivedOn: 'desc' }, { id: 'asc' }],
    select: { id: true, state: true, forTeam: true, sealedText: true, sealedWords: true },
    take: mostEarlier,
  })
  const opened = rows.flatMap((row) => {
    if (!row.forTeam || !row.sealedText) return []
    const key = openQuestionKey(keyring, row.id, row.forTeam)
    const asked = sealedText.open(key, row.id, row.sealedText).text
    const words = row.sealedWords && sealedWords.open(key, row.id, row.sealedWords).text
    return [{ id: row.id, state: row.state, asked, words }]
  })
  const findable = opened.map(({ id: one, asked, words }) => ({ id: one, question: asked, answer: words ?? '' }))
  return nearest(text, findable, nearShown).flatMap(({ id: one }): EarlierQuestion[] =>
    opened.flatMap(({ id: which, state, asked, words }) =>
      which === one ? [{ id: one, state, begins: beginning(asked), words }] : [],
    ),
  )
}

/** One question, opened with what the session of a moderator holds, with what is near to it. @throws SealBroken */
export async function findAsked(id: string, { keyring, now }: Opening): Promise<AskedForDesk | null> {
  if (!z.uuid().safeParse(id).success) return null
  const row = await apart().askedQuestion.findUnique({
    where: { id },
    select: {
      ...listed,
      campaignId: true,
      sealedWords: true,
      reason: true,
      answeredOn: true,
      questionId: true,
    },
  })
  if (!row) return null
  const { kind, state, locale, mayAppear, campaignId, revision } = row
  const text = textOf(row, keyring)
  const key = keyring && row.forTeam && openQuestionKey(keyring, id, row.forTeam)
  const { entries, findable } = await entriesOf(campaignId, locale)
  const receivedOn = dayRead(row.receivedOn)
  return {
    id,
    kind,
    state,
    locale,
    mayAppear,
    revision,
    text,
    receivedOn,
    entries,
    slug: row.campaign.slug,
    length: lengthOf(row),
    days: daysBetween(receivedOn, parisDay(now)),
    words: key && row.sealedWords && sealedWords.open(key, id, row.sealedWords).text,
    reason: askedReasons.find((one) => one === row.reason) ?? null,
    answeredOn: row.answeredOn && dayRead(row.answeredOn),
    entry: entries.find((entry) => entry.id === row.questionId) ?? null,
    nearEntries: text === null ? [] : nearest(text, findable, nearShown).map((near) => Number(near.id)),
    earlier: text === null || !keyring ? [] : await earlierLike(text, { id, campaignId }, keyring),
  }
}
