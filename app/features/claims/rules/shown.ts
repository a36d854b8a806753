import { longestReplyTo } from '#app/features/campaigns/rules/right-of-reply.ts'
import { textDiff, type DiffPart } from '#app/features/campaigns/word-diff.ts'
import type { Sheet, SheetVersion } from '#app/features/sheets/schema.ts'
import { claimStates, type ClaimContent, type ClaimState, type SystemContent } from '../schema/content.ts'

type Language = 'fr' | 'en'

/** A claim as the public reads it, in one language. Days are `YYYY-MM-DD`. */
export interface ShownClaim {
  slug: string
  state: ClaimState
  /** Who says it; the source when nobody is named. */
  saidBy: string
  title: string
  body: string
  source: string
  sourceUrl: string
  seenOn: string
  answer: ShownAnswer
  copy: { hash: string; bytes: number; on: string } | null
  version: number
  /** Of this version. */
  publishedOn: string
  verifiedOn: string
}

/** What was answered; or that nothing was found, and when it was looked for. */
export interface ShownAnswer {
  words: { title: string; body: string; source: string; url: string | null } | null
  /** The last day on which none, or none that is more precise, was found; `null`: what was found answers. */
  soughtOn: string | null
}

export function shownClaim(
  { slug, content, version, publishedOn, verifiedOn }: Omit<Sheet<ClaimContent>, 'id' | 'position' | 'checkBy'>,
  language: Language,
): ShownClaim {
  const { state, sourceUrl, seenOn, answerKind, answerUrl, soughtOn, copyHash, copyBytes, copyOn } = content
  const { title, saidBy, body, source, answerTitle, answer, answerSource } = content[language]
  const words =
    answerKind === 'none' ? null : { title: answerTitle, body: answer, source: answerSource, url: answerUrl || null }
  return {
    slug,
    state,
    saidBy: saidBy || source,
    title,
    body,
    source,
    sourceUrl,
    seenOn,
    answer: { words, soughtOn: answerKind === 'answered' ? null : soughtOn },
    copy: copyHash === '' || copyBytes === '' ? null : { hash: copyHash, bytes: copyBytes, on: copyOn },
    version,
    publishedOn,
    verifiedOn,
  }
}

/** By how far they are established, the best established first; states without a claim are left out. */
export const byState = <C extends { state: ClaimState }>(claims: readonly C[]): { state: ClaimState; claims: C[] }[] =>
  claimStates
    .map((state) => ({ state, claims: claims.filter((claim) => claim.state === state) }))
    .filter(({ claims: some }) => some.length > 0)

const parts = ['title', 'saidBy', 'body', 'source', 'answerTitle', 'answer', 'answerSource'] as const
export type ClaimPart = (typeof parts)[number]

/** A line of data that is not words: the state, an address, a day. */
const facts = ['state', 'sourceUrl', 'seenOn', 'answerKind', 'answerUrl', 'soughtOn', 'copyHash', 'copyOn'] as const
export type ClaimFact = (typeof facts)[number]

export interface ClaimChange {
  /** Word by word, part by part; parts that stayed are left out. */
  words: { part: ClaimPart; paragraphs: DiffPart[][] }[]
  facts: { fact: ClaimFact; before: string; after: string }[]
}

/** What one version of a claim changed of the one before, in one language. */
export function claimChange(older: ClaimContent, newer: ClaimContent, language: Language): ClaimChange {
  const words = parts.flatMap((part) => {
    const paragraphs = textDiff(older[language][part], newer[language][part]).flatMap((one) =>
      one.kind === 'changed' ? [one.parts] : [],
    )
    return paragraphs.length > 0 ? [{ part, paragraphs }] : []
  })
  const changed = facts.flatMap((fact) =>
    older[fact] === newer[fact] ? [] : [{ fact, before: older[fact], after: newer[fact] }],
  )
  return { words, facts: changed }
}

/** A line of the correction log. */
export interface LoggedVersion {
  version: number
  change: 'first' | 'correction' | 'update'
  publishedOn: string
  note: string
  /** `null`: the first. */
  changed: ClaimChange | null
}

/** Versions, the newest first, each with what it changed. */
export const correctionLog = (versions: readonly SheetVersion<ClaimContent>[], language: Language): LoggedVersion[] =>
  versions.map(({ version, change, publishedOn, note, content }, place) => {
    const before = versions[place + 1]
    return {
      version,
      change,
      publishedOn,
      note: note[language],
      changed: before ? claimChange(before.content, content, language) : null,
    }
  })

/** A system as the public reads it, in one language. */
export interface ShownSystem {
  slug: string
  title: string
  lead: string
  remedy: string
  does: { stage: SystemContent['does'][number]['stage']; text: string }[]
  known: ShownPoint[]
  unknown: string[]
  answers: ShownPoint[]
  letters: { letter: string; label: string }[]
  /** What witnesses call it; `null`: nothing. */
  testimonies: Exclude<SystemContent['testimonies'], ''> | null
  version: number
  publishedOn: string
  verifiedOn: string
}

export interface ShownPoint {
  text: string
  source: string
  url: string | null
}

export function shownSystem(
  { slug, content, version, publishedOn, verifiedOn }: Omit<Sheet<SystemContent>, 'id' | 'position' | 'checkBy'>,
  language: Language,
): ShownSystem {
  const point = (one: SystemContent['known'][number]): ShownPoint => ({
    text: one[language],
    source: language === 'fr' ? one.sourceFr : one.sourceEn,
    url: one.url || null,
  })
  return {
    slug,
    ...content[language],
    does: content.does.map(({ stage, [language]: text }) => ({ stage, text })),
    known: content.known.map(point),
    unknown: content.unknown.map((one) => one[language]),
    answers: content.answers.map(point),
    letters: content.letters.map(({ letter, [language]: label }) => ({ letter, label })),
    testimonies: content.testimonies === '' ? null : content.testimonies,
    version,
    publishedOn,
    verifiedOn,
  }
}

/** All that a reply to a system answers. */
export const systemTexts = ({ title, lead, remedy, does, known, unknown }: ShownSystem): string[] => [
  title,
  lead,
  remedy,
  ...does.map(({ text }) => text),
  ...known.map(({ text }) => text),
  ...unknown,
]

/** How long a reply to a claim may be: as what it answers, without the answer beside it. */
export const longestReplyToClaim = ({ title, body }: Pick<ShownClaim, 'title' | 'body'>): number =>
  longestReplyTo([title, body])
