import { z } from 'zod'

/** What the page that gives back asks for itself. What was typed keeps the names it had. */
export const ownFields = { to: 'again.to', link: 'again.link' } as const
const own: readonly string[] = Object.values(ownFields)

/**
 * A form that could not be taken because nobody was signed in, or because the session opens no testimony. It is kept in the
 * page that is answered and nowhere else: no table, no log, no storage of the browser.
 */
export const givenBack = z.object({
  /** over: the session ended · closed: it opens nothing · link: the one-time link does not work · out: still nobody is in */
  why: z.enum(['over', 'closed', 'link', 'out']),
  /** Where the form was going. */
  to: z.string(),
  /** Every value of every field, in order. */
  fields: z.array(z.tuple([z.string(), z.string()])),
})
export type GivenBack = z.output<typeof givenBack>

/** What somebody typed, without what the page asked for itself. */
export const typedFields = (fields: Iterable<readonly [string, string | readonly string[]]>): GivenBack['fields'] =>
  [...fields].flatMap(([name, sent]) =>
    own.includes(name) ? [] : [sent].flat().map((value): [string, string] => [name, value]),
  )

/** The secret of a one-time link, pasted whole or alone; `null`: nothing was pasted. */
export function pastedSecret(typed: string): string | null {
  const text = typed.trim()
  return text === '' ? null : (/([\w-]{43})\/?$/.exec(text)?.[1] ?? text)
}

/** Values that are words, to be read again by whoever wrote them; codes and numbers say nothing. */
export const wordsAmong = (fields: GivenBack['fields']): string[] =>
  fields.map(([, value]) => value.trim()).filter((value) => /\S\s+\S/.test(value))
