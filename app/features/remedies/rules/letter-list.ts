import { letterSituations, type LetterContent } from '../schema.ts'

type Situation = (typeof letterSituations)[number]

interface Listed {
  content: Pick<LetterContent, 'form' | 'situation'>
}

/** Letters by what happened to the person, in the order of the situations; cards and what has no situation come apart. */
export function bySituation<L extends Listed>(letters: readonly L[]): { situation: Situation; letters: L[] }[] {
  return letterSituations
    .map((situation) => ({
      situation,
      letters: letters.filter(
        ({ content }) => content.form === 'letter' && (content.situation ?? 'know') === situation,
      ),
    }))
    .filter((group) => group.letters.length > 0)
}

/** The first sentence of a text: what a list shows of it. */
export const firstSentence = (text: string): string => /^[\s\S]*?[.!?…](?=\s|$)/.exec(text)?.[0] ?? text

/**
 * Whom a letter is for, in a line: what stands in the window of the envelope, without what is typed. Two that exclude each other
 * are joined by `or`.
 */
export function addresseeInWords(addressee: string, or: string): string {
  const lines: string[] = []
  let other = false
  for (const line of addressee.split('\n').map((one) => one.trim())) {
    if (line === '[[else]]') other = true
    else if (line !== '' && !/\[\[|\{\{/.test(line)) {
      lines.push(other ? `${or} ${line}` : line)
      other = false
    } else if (line.includes('{{') && !/^\{\{\w+\}\}$/.test(line)) {
      lines.push(line.replaceAll(/\s*\{\{\w+\}\}/g, ''))
      other = false
    }
  }
  return lines.join(', ')
}

/** Paragraphs of a text; a beginning between `**` is set apart. */
export function ledParagraphs(text: string): { lead: string; rest: string }[] {
  return text.split(/\n\s*\n/).map((paragraph) => {
    const [, lead = '', rest = paragraph] = /^\*\*([^*]+)\*\*\s*([\s\S]*)$/.exec(paragraph) ?? []
    return { lead, rest }
  })
}
