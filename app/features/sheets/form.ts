import type { z } from 'zod'
import type { Locale } from '#app/i18n/locale.ts'
import type { MessageKey } from '#app/i18n/t.ts'
import type { InBoth, SheetKind } from './schema.ts'

export interface SheetChoice {
  value: string
  label: MessageKey
}

export type SheetColumn =
  | { name: string; as: 'line' | 'text' | 'url' | 'day'; label: MessageKey; optional?: true }
  | { name: string; as: 'choice'; label: MessageKey; choices: readonly SheetChoice[] }
  | { name: string; as: 'flag'; label: MessageKey }

/** A field of the desk. `name` is the path in the content: `fr.title`, `sources`. */
export type SheetField =
  | {
      name: string
      as: 'line' | 'text' | 'url' | 'day' | 'number'
      label: MessageKey
      hint?: MessageKey
      optional?: true
      /** Lines of a text; 6 unless said. */
      rows?: number
    }
  /** A list of texts, one on each line. */
  | { name: string; as: 'lines'; label: MessageKey; hint?: MessageKey; optional?: true }
  | { name: string; as: 'choice'; label: MessageKey; hint?: MessageKey; choices: readonly SheetChoice[] }
  /** A list of flat records, `most` at the most. */
  | { name: string; as: 'rows'; label: MessageKey; hint?: MessageKey; columns: readonly SheetColumn[]; most: number }

/** How a room describes its sheets: what is in them, how the team writes it, where the public reads it. */
export interface SheetForm<T> {
  kind: SheetKind
  content: z.ZodType<T>
  fields: readonly SheetField[]
  title: (content: T, locale: Locale) => string
  /** The address behind the language and the campaign, `remedies/l10`; `null`: no page of its own. */
  path: (slug: string, content: T) => string | null
  /** Under which heading of a page that has several it stands, known of an expired text too. Absent: there is one heading. */
  part?: (content: T) => string
  /** What is wrong with words that have the right shape, by the path of a field: asked at the desk only. Absent: nothing is. */
  check?: (content: T) => Record<string, MessageKey>
  /** What stands in the way of a version that follows another, by the path of a field; `null` when nothing does. Absent: anything may. */
  mayFollow?: (before: T, after: T) => { field: string; problem: MessageKey } | null
}

export type ReadContent =
  | { ok: true; content: unknown; title: InBoth; path: string | null }
  /** What is wrong, by the path of the field. */
  | { ok: false; problems: Record<string, MessageKey> }

/** The same without its type, for a desk that writes every kind. */
export interface DeskForm {
  kind: SheetKind
  fields: readonly SheetField[]
  read: (content: unknown, slug: string) => ReadContent
  /** What keeps a draft from being published, by the path of the field: its shape, or what its room has against it. */
  problems: (content: unknown) => Record<string, MessageKey>
  /** What stands in the way of a version after another, by the path of the field. Empty when one of them is not complete. */
  follows: (before: unknown, after: unknown) => Record<string, MessageKey>
}

/** What a schema says in its own words is nobody's language: keys pass, the rest is said by its kind. */
function problemOf({ code, message }: { code: string; message: string }): MessageKey {
  if (isSheetProblem(message)) return message
  if (code === 'too_small' || code === 'invalid_type') return 'sheets.errors.missing'
  return code === 'too_big' ? 'sheets.errors.tooLong' : 'sheets.errors.wrong'
}

interface Issue {
  code: string
  message: string
  path: readonly PropertyKey[]
}

/** The first thing wrong with each field. */
function problemsOf(issues: readonly Issue[]): Record<string, MessageKey> {
  const problems: Record<string, MessageKey> = {}
  for (const issue of issues) problems[issue.path.join('.') || 'form'] ??= problemOf(issue)
  return problems
}

/** Keys by their shape, `room.errors.name`: the sentences themselves are not for this file. */
const isSheetProblem = (text: string): text is MessageKey => /^[a-z]+(\.[A-Za-z]+)*\.errors\.[A-Za-z]+$/.test(text)

export function deskForm<T>({ kind, fields, content: shape, title, path, check, mayFollow }: SheetForm<T>): DeskForm {
  return {
    kind,
    fields,
    problems(given) {
      const parsed = shape.safeParse(given)
      return parsed.success ? (check?.(parsed.data) ?? {}) : problemsOf(parsed.error.issues)
    },
    follows(before, after) {
      const [one, other] = [shape.safeParse(before), shape.safeParse(after)]
      const fault = one.success && other.success ? mayFollow?.(one.data, other.data) : null
      return fault ? { [fault.field]: fault.problem } : {}
    },
    read(given, slug) {
      const parsed = shape.safeParse(given)
      if (parsed.success) {
        const { data } = parsed
        return {
          ok: true,
          content: data,
          title: { fr: title(data, 'fr'), en: title(data, 'en') },
          path: path(slug, data),
        }
      }
      return { ok: false, problems: problemsOf(parsed.error.issues) }
    },
  }
}
