import { expect, test } from 'vitest'
import { corpus } from '#prisma/factories/bounces/corpus.ts'
import { classifyBounce } from './rules/bounces/classify.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('every specimen is understood as somebody who reads it would', async () => {
  const wrong = []
  for (const { name, kind, recipients, status, raw } of corpus) {
    const found = await classifyBounce(bytes(raw))
    if (
      found.kind !== kind ||
      (recipients && String(found.recipients) !== String(recipients)) ||
      (status && found.status !== status)
    )
      wrong.push({ name, expected: kind, ...found })
  }
  process.stdout.write(`bounces: ${corpus.length - wrong.length} of ${corpus.length} specimens agree\n`)
  expect(wrong).toEqual([])
  expect(corpus.length).toBeGreaterThan(150)
})
