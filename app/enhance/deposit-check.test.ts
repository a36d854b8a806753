import { expect, test } from 'vitest'
import { longText } from '#app/features/campaigns/rules/typed-text.ts'
import { charactersOf } from './deposit-check.ts'

test('the page counts characters as the server does', () => {
  const upTo = (most: number) => longText({ key: 'testimonies.errors.story', most })
  const texts = ['abc', ' a\r\nb \n', 'e\u0301te\u0301', '🙂🙂', '\r\r\n\n x', 'Une première ligne.\r\nUne autre.']
  for (const text of texts) {
    const length = charactersOf(text)
    expect(upTo(length).safeParse(text).success).toBe(true)
    expect(upTo(length - 1).safeParse(text).success).toBe(false)
  }
  expect(charactersOf(' \r\n\t ')).toBe(0)
})
