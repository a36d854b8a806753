import { expect, test } from 'vitest'
import { checkTexts, stopsIn } from './check-texts.ts'

const [crowd, line, heavy] = ['a'.repeat(24), 'b'.repeat(24), 'c'.repeat(24)]
const pictures = new Map([
  [crowd, { bytes: 100_000, decorative: false }],
  [line, { bytes: 100_000, decorative: true }],
  [heavy, { bytes: 150_000, decorative: false }],
])
const known = { appUrl: 'https://petition.example.org', quotes: new Set<string>(), pictures }
const fine = { subject: 'Une réponse', body: 'Bonjour.' }
const found = (body: string) => checkTexts({ fr: { ...fine, body }, en: { ...fine, subject: 'An answer' } }, known)
const stops = (body: string) => stopsIn(found(body)).map(({ code, line: at }) => [code, at])

test.each([
  `![Une foule](media:${crowd})`,
  `Avant.\n\n![Une foule, à midi (Paris)](media:${crowd})\n\nAprès.`,
  `> ![Une foule](media:${crowd})`,
  `Un mot.\n\n![](media:${line})`,
  `![Une foule](media:${crowd})\n\n![La même](media:${crowd})\n\n![](media:${line})\n\n![La même](media:${crowd})`,
])('a picture of the campaign that stands alone and says what it shows is sent: %j', (body) => {
  expect(found(body)).toEqual([])
})

test.each([
  [`![Une foule](media:${'d'.repeat(24)})`, 'image-unknown'],
  [`![Une foule](media:${crowd}0)`, 'image-unknown'],
  [`![](media:${crowd})`, 'image-alt'],
  [`![ ](media:${crowd})`, 'image-alt'],
  [`![https://x.example](media:${crowd})`, 'image-words'],
  [`![{{name|vous}}](media:${crowd})`, 'image-words'],
  [`![${'a'.repeat(251)}](media:${crowd})`, 'image-words'],
  [`Voici ![Une foule](media:${crowd})`, 'image-alone'],
  [`- ![Une foule](media:${crowd})`, 'image-alone'],
  [`[![Une foule](media:${crowd})](https://example.org/)`, 'image-alone'],
  ['![Une foule](https://example.org/foule.jpg)', 'remote-image'],
  ['![Une foule](data:image/png;base64,AAAA)', 'remote-image'],
  ['![Une foule](/media/foule.jpg)', 'remote-image'],
  ['![Une foule](cid:foule)', 'remote-image'],
] as const)('nothing is sent with %j: %s', (body, code) => {
  expect(stops(body).map(([one]) => one)).toEqual([code])
})

test('the picture with which a letter is too heavy is named, in the language that is', () => {
  const body = `![Une](media:${crowd})\n\n![Deux](media:${line})\n\n![Trois](media:${heavy})`
  expect(stops(body)).toEqual([['image-weight', 5]])
  expect(found(body).map(({ locale }) => locale)).toEqual(['fr'])
})
