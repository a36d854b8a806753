import { expect, test } from 'vitest'
import { pictureForm } from './picture-form.ts'

const said = { intent: 'add', campaign: '7', altFr: ' Une\n foule ', altEn: 'A crowd' }
const wrong = (form: object) =>
  pictureForm.safeParse(form).error?.issues.map(({ path, message }) => [path.join('.'), message])

test('a picture says in both languages what it shows, or that it says nothing', () => {
  expect(pictureForm.parse(said)).toEqual({
    intent: 'add',
    campaign: 7,
    altFr: 'Une foule',
    altEn: 'A crowd',
    decorative: false,
  })
  expect(wrong({ ...said, altFr: '', altEn: ' ' })).toEqual([
    ['altFr', 'pictures.errors.altFr'],
    ['altEn', 'pictures.errors.altEn'],
  ])
  expect(pictureForm.parse({ intent: 'add', campaign: '7', decorative: 'on' })).toMatchObject({ decorative: true })
})

test('what it says is short, and neither an address nor a field', () => {
  expect(wrong({ ...said, altFr: 'é'.repeat(251) })).toEqual([['altFr', 'pictures.errors.long']])
  for (const altEn of ['See www.example.org', 'https://example.org', '{{name|you}}'])
    expect(wrong({ ...said, altEn })).toEqual([['altEn', 'pictures.errors.address']])
})
