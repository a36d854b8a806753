import { expect, test } from 'vitest'
import { sheetJson, type SheetJson } from '#app/features/sheets/schema.ts'
import { channelSheets } from '#prisma/demo/channels.ts'
import { claims } from '#prisma/demo/claims.ts'
import { commitments } from '#prisma/demo/commitments.ts'
import { laws } from '#prisma/demo/laws.ts'
import { letters } from '#prisma/demo/letters.ts'
import { paths } from '#prisma/demo/paths.ts'
import { pressSheets } from '#prisma/demo/press.ts'
import { scorings } from '#prisma/demo/scoring.ts'
import { systemsAround } from '#prisma/demo/systems-around.ts'
import { sheetForms } from './sheet-forms.ts'

const texts: Record<string, readonly { content: unknown }[]> = {
  law: laws,
  letter: letters,
  path: paths,
  scoring: scorings,
  channel: channelSheets,
  press: pressSheets,
  commitment: commitments,
  claim: claims,
  system: systemsAround,
}

type Json = SheetJson[string]

/** The content once for each of its values that look like one of a kind, with another in its place. */
function spoilt(value: Json, looks: RegExp, other: string): Json[] {
  if (typeof value === 'string') return looks.test(value) ? [other] : []
  if (Array.isArray(value))
    return value.flatMap((one, place) => spoilt(one, looks, other).map((bad) => value.with(place, bad)))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) =>
    spoilt(one, looks, other).map((bad) => ({ ...value, [name]: bad })),
  )
}

const wholeUrl = /^https?:\/\/\S+$/
const wholeDay = /^\d{4}-\d{2}-\d{2}$/

test('in no text that the team writes does an address run anything, or a day not exist', () => {
  const tried = new Map<string, number>()
  for (const { kind, read } of sheetForms)
    for (const { content } of texts[kind] ?? []) {
      const whole = sheetJson.parse(content)
      expect(read(whole, 'one'), `of ${kind}`).toMatchObject({ ok: true })
      const bad = [
        ...spoilt(whole, wholeUrl, 'javascript:alert(1)'),
        ...spoilt(whole, wholeUrl, 'data:text/html,x'),
        ...spoilt(whole, wholeDay, '2026-13-01'),
      ]
      tried.set(kind, (tried.get(kind) ?? 0) + bad.length)
      expect(bad.filter((one) => read(one, 'one').ok)).toEqual([])
    }
  expect([...tried].filter(([, count]) => count > 0).map(([kind]) => kind)).toEqual(
    expect.arrayContaining(['law', 'path', 'scoring', 'channel', 'commitment', 'claim', 'system']),
  )
})
