import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { frenchFrame } from '../../e2e/support/a-letter.ts'
import { readXml } from '../../e2e/support/strict-xml.ts'
import { asCalendar } from '#app/features/remedies/rules/letter/as-calendar.ts'
import { asOdt } from '#app/features/remedies/rules/letter/as-odt.ts'
import { asPlainText } from '#app/features/remedies/rules/letter/as-plain-text.ts'
import { compose } from '#app/features/remedies/rules/letter/compose.ts'
import { dueDays } from '#app/features/remedies/rules/letter/due-days.ts'
import { lookOver } from '#app/features/remedies/rules/letter/looked-over.ts'
import { sheet } from '#app/features/remedies/rules/letter/measures.ts'
import { templateProblems } from '#app/features/remedies/rules/letter/template-problems.ts'
import { choicesOf, type MakerField } from '#app/features/remedies/rules/letter/typed.ts'
import { letters } from './letters.ts'

const sent = letters.filter(({ content }) => content.form === 'letter')
const now = '2026-03-05T10:11:12.345Z'
const bare = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/** Something plausible in every field; the choices one after another, so that each passage is written once. */
function valueFor({ as, name, choicesFr }: MakerField, turn: number): string | string[] {
  const values = choicesOf(choicesFr).map(({ value }) => value)
  if (as === 'day') return '2026-03-02'
  if (as === 'amount') return '1234,5'
  if (as === 'choice') return [values[turn % values.length] ?? '']
  if (as === 'checks') return values
  return as === 'email' ? 'a@exemple.fr' : `mot de ${name}`
}

describe.each(sent.map((seed) => [seed.slug, seed.content] as const))('letter %s', (_, content) => {
  test('asks for nothing that it does not have', () => {
    expect(templateProblems(content)).toEqual([])
  })

  test('is whole when everything is typed, whatever is chosen, and the same in text and in the word processor', () => {
    for (const turn of [0, 1, 2, 3]) {
      const typed = new Map(content.fields.map((field) => [field.name, valueFor(field, turn)]))
      const letter = compose(content, typed, frenchFrame)
      const text = asPlainText(letter)
      expect(text).not.toMatch(/…………|☐|\{\{|\[\[|\n\n\n/)
      expect(lookOver(content, typed, '2026-03-05')).toEqual({ wrong: [], missing: [] })
      const odt = strFromU8(unzipSync(asOdt(letter))['content.xml'] ?? new Uint8Array())
      expect(bare(readXml(odt, ['text:p', 'text:line-break', 'text:tab']))).toBe(bare(text))
    }
  })

  test('counts one last day for a case that is chosen, and reaches none of the others', () => {
    const cases = content.deadlines.flatMap(({ when, rule }) => (when === '' ? [] : [{ when, rule }]))
    for (const { when, rule } of cases) {
      const [field = '', value = ''] = when.split('=')
      const typed = new Map<string, string | string[]>(content.fields.map((one) => [one.name, valueFor(one, 0)]))
      const counted = dueDays(content, typed.set(field, [value]), 'mainland')
      const days = counted.flatMap((due) => (due.counted ? [due.counted.day] : []))
      const calendar = asCalendar(
        days.map((day) => ({ day, title: '', note: '', id: '', remind: [] })),
        now,
      )
      expect(counted.map((due) => due.rule)).toEqual([rule])
      expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1)
    }
  })

  test('has an address that is seen through a window', () => {
    const { addressee } = compose(content, null, frenchFrame)
    expect(addressee.length).toBeGreaterThan(0)
    expect(addressee.length).toBeLessThanOrEqual(sheet.address.lines)
    for (const line of addressee) expect(line.length).toBeLessThanOrEqual(sheet.address.characters)
  })
})

test('a deadline that is for one choice only says in its words for which case, and so does the other', () => {
  const cases = letters.flatMap(({ slug, content }) =>
    content.deadlines.flatMap(({ when, fr, en }) => (when === '' ? [] : [{ slug, when, fr, en }])),
  )
  expect(cases.map(({ slug, when }) => `${slug} ${when}`).toSorted()).toEqual([
    'l10 about=penalty',
    'l10 about=sanction',
    'l14 kind=notice',
    'l14 kind=order',
  ])
  for (const { fr, en } of cases)
    expect([fr, en]).toEqual([expect.stringMatching(/^[^.]+\u00a0: /), expect.stringMatching(/^[^.]+: /)])
})
