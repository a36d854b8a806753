import { expect, test } from 'vitest'
import { z } from 'zod'

const pages = Object.entries(import.meta.glob('./*.tsx'))
const pageShape = z.object({ default: z.unknown(), meta: z.unknown() }).partial()

test('every page of the back office says in its tab what it is', async () => {
  // Whoever leaves is sent on: that page is never seen.
  const shown = pages.filter(([file]) => file !== './leave.tsx')
  const found = await Promise.all(shown.map(async ([file, load]) => ({ file, ...pageShape.parse(await load()) })))
  expect(found.flatMap(({ file, default: page, meta }) => (page && !meta ? [file] : []))).toEqual([])
})
