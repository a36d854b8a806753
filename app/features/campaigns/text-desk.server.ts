import type { Locale } from '#app/i18n/locale.ts'
import { renderMarkdown } from '#emails/markdown.ts'
import type { TextDesk } from './queries/desk.server.ts'
import { textChanges, type PartChanges } from './text-changes.ts'
import { demandsOf, readTexts, type TextProblems, type TypedText, type TypedTexts } from './text-form.ts'

/** One language as it will be read, by the same hand that sets the public page. */
export interface TextPreview {
  title: string
  addressee: string
  ask: string
  demands: string[]
  consent: string
  bodyHtml: string
  easyHtml: string
}

const previewOf = ({ title, addressee, ask, demands, body, easy, consent }: TypedText): TextPreview => ({
  title,
  addressee,
  ask,
  consent,
  demands: demandsOf(demands),
  bodyHtml: renderMarkdown(body).siteHtml,
  easyHtml: renderMarkdown(easy).siteHtml,
})

export type Changes = Record<Locale, PartChanges[]>

/** What one state of the texts changes in another, in both languages. */
export const changesBetween = (older: TypedTexts, newer: TypedTexts): Changes => ({
  fr: textChanges(older.fr, newer.fr),
  en: textChanges(older.en, newer.en),
})

export interface LaidOut {
  preview: Record<Locale, TextPreview>
  changes: Changes
  problems: TextProblems
}

/** The draft on the desk, as it would appear; `null` without one. */
export function layOut({ draft, published, current }: TextDesk): LaidOut | null {
  if (!draft) return null
  const read = readTexts(draft.texts, { first: current === 0 })
  return {
    preview: { fr: previewOf(draft.texts.fr), en: previewOf(draft.texts.en) },
    changes: changesBetween(published, draft.texts),
    problems: read.ok ? {} : read.problems,
  }
}
