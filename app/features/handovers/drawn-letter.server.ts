import { renderMarkdown } from '#emails/markdown.ts'

/** The letter of a pack, harmless, for a page. @param letter Markdown */
export const drawnLetter = (letter: string): string => (letter.trim() === '' ? '' : renderMarkdown(letter).siteHtml)
