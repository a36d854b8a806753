import { z } from 'zod'
import type { SheetForm } from '#app/features/sheets/form.ts'
import { listSheets } from '#app/features/sheets/queries/public.server.ts'
import { isAnswerable, type AnswerableLetter } from '../barometer/report.ts'

const titles = z.object({ code: z.string(), fr: z.object({ title: z.string() }), en: z.object({ title: z.string() }) })

/** Letters, read for their names alone. */
const letterTitles: SheetForm<z.infer<typeof titles>> = {
  kind: 'letter',
  content: titles,
  fields: [],
  title: (content, locale) => content[locale].title,
  path: (slug) => `remedies/${slug}`,
}

/** A letter that somebody may answer, with its name in both languages. */
export interface NamedLetter {
  code: AnswerableLetter
  slug: string
  title: { fr: string; en: string }
}

/**
 * The letters of a campaign that somebody may answer; empty where it has none. One whose text is being verified again is among them:
 * whoever sent it may have an answer. `today` as `YYYY-MM-DD`.
 */
export async function answerableLettersOf(campaignId: number, today: string): Promise<NamedLetter[]> {
  const { current, expired } = await listSheets(campaignId, letterTitles, today)
  const shown = [
    ...current.map(({ slug, content }) => ({ slug, title: { fr: content.fr.title, en: content.en.title } })),
    ...expired.map(({ slug, title }) => ({ slug, title })),
  ]
  return shown
    .flatMap((letter) => {
      const code = letter.slug.toUpperCase()
      return isAnswerable(code) ? [{ ...letter, code }] : []
    })
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
}
