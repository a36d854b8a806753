import { z } from 'zod'
import type { MessageKey } from '#app/i18n/t.ts'

/** A line of a list as it is displayed: what changed since is not touched. */
export const asDisplayed = ({ id, revision }: { id: string; revision: number }): string => `${id}:${revision}`

const line = z
  .string()
  .transform((typed) => {
    const [id = '', revision = ''] = typed.split(':')
    return { id, revision: Number(revision) }
  })
  .pipe(z.object({ id: z.uuid(), revision: z.int().min(1).max(2_147_483_647) }))

/** The lines that were ticked, at most one page of them. */
export const linesDisplayed = (most: number, nothingChosen: MessageKey) =>
  z.array(line, { error: nothingChosen }).min(1, nothingChosen).max(most, nothingChosen)
