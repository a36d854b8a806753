import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isIban, isRib, nirKey } from './check-digits.ts'
import { findIdentifiers, findStops } from './find-identifiers.ts'
import { neutralise, withoutStops } from './neutralise.ts'

const shown = (text: string) =>
  findIdentifiers(text).map(({ type, severity, start, end }) => `${severity} ${type} ${text.slice(start, end)}`)

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))
const padded = (value: number, length: number) => String(value).padStart(length, '0')
const between = (min: number, max: number, length = 2) => fc.integer({ min, max }).map((value) => padded(value, length))

/** The groups joined by what people put between them. */
const separated = (groups: string[]) =>
  fc.constantFrom('', ' ', '.', '-', '\u00A0', '\u202F', ' - ').map((sign) => groups.join(sign))
const inText = (value: fc.Arbitrary<string>) =>
  fc.tuple(
    fc.constantFrom('', 'Mon numéro : ', 'it is ', '😀 « ', '('),
    value,
    fc.constantFrom('', '.', ' merci', ', voilà', ' »', ')'),
  )

const nir = fc
  .tuple(
    fc.constantFrom('1', '2', '7', '8'),
    between(0, 99),
    between(1, 12),
    fc.oneof(between(1, 95), fc.constantFrom('2A', '2B')),
    between(1, 989, 3),
    between(1, 999, 3),
  )
  .chain((parts) => separated([...parts, padded(nirKey(parts.join('')), 2)]))

const iban = digits(23).chain((bban) => {
  const key =
    Array.from({ length: 97 }, (_, at) => padded(at + 2, 2)).find((check) => isIban(`FR${check}${bban}`)) ?? '00'
  return separated(`FR${key}${bban}`.match(/.{1,4}/g) ?? [])
})

const rib = fc.tuple(digits(5), digits(5), digits(11)).chain((parts) => {
  const key =
    Array.from({ length: 97 }, (_, at) => padded(at + 1, 2)).find((check) => isRib(parts.join('') + check)) ?? '00'
  return separated([...parts, key])
})

const phone = fc
  .tuple(fc.constantFrom('063998', '019900', '026191', '035301', '046571', '053649'), digits(4))
  .chain(([range, rest]) => separated((range + rest).match(/../g) ?? []))

test.each([
  { kinds: ['nir'], value: nir },
  { kinds: ['iban'], value: iban },
  // By chance an account number may also be a valid number of another kind.
  { kinds: ['rib', 'nir', 'phone'], value: rib },
  { kinds: ['phone', 'nir'], value: phone },
])('a valid $kinds.0 is found however it is written', ({ kinds, value }) => {
  fc.assert(
    fc.property(inText(value), ([lead, number, rest]) => {
      const text = lead + number + rest
      const found = findStops(text).filter((one) => one.start <= lead.length && one.end >= lead.length + number.length)
      expect(found.map((one) => (kinds.includes(one.type) ? 'found' : one.type))).toEqual(['found'])
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['2 69 05 49 588 157 80'],
  ['1 85 05 78 006 084 91'],
  ['2 55 08 2A 004 001 94'],
  ['2 55 08 2B 033 001 27'],
  ['1 84 12 971 05 123 28'],
])('the published specimen %s is a social-security number', (number) => {
  expect(shown(`Voici ${number}.`)).toEqual([`stop nir ${number}`])
})

test('an IBAN ends where its country says, whatever word follows', () => {
  expect(shown('FR76 3000 6000 0112 3456 7890 189 svp')).toEqual(['stop iban FR76 3000 6000 0112 3456 7890 189'])
  expect(shown('FR76 3000 6000 0112 3456 7890 188 svp')).toEqual(['warn identifier FR76 3000 6000 0112 3456 7890 188'])
})

test('a small word before a number is no country, unless the number is written or named like an account', () => {
  const number = '86000000000000000000076'
  expect(shown(`it is ${number}`)).toEqual([`stop rib ${number}`])
  expect(shown('Is 160007000000000000000000')).toEqual([])
  expect(shown('mon iban : fr 7630006000011234567890189')).toEqual(['stop iban fr 7630006000011234567890189'])
  expect(shown('fr 76 3000 6000 0112 3456 7890 189')).toEqual(['stop iban fr 76 3000 6000 0112 3456 7890 189'])
  expect(shown('FR 7630006000011234567890189')).toEqual(['stop iban FR 7630006000011234567890189'])
  expect(shown('fr7630006000011234567890189')).toEqual(['stop iban fr7630006000011234567890189'])
})

test('a number whose key does not fit is shown; a word that says what it is makes it stop', () => {
  expect(shown('voici 1 85 05 78 006 084 92')).toEqual(['warn identifier 1 85 05 78 006 084 92'])
  expect(shown('sécu 1 85 05 78 006 084 92')).toEqual(['stop nir 1 85 05 78 006 084 92'])
  expect(shown('1 85 05 78 006 084 92, c’est mon NIR')).toEqual(['stop nir 1 85 05 78 006 084 92'])
  expect(shown('IBAN FR76 3000 6000 0112 3456 7890 188')).toEqual(['stop iban FR76 3000 6000 0112 3456 7890 188'])
  expect(shown('mon RIB 30006 00001 12345678901 88')).toEqual(['stop rib 30006 00001 12345678901 88'])
  expect(shown('voici 30006 00001 12345678901 88')).toEqual([])
})

test('places are those of the text as it was written: composed, decomposed, with signs of two units', () => {
  const number = '06\u202F39\u00A098\u202F12\u202F34'
  for (const lead of ['é', 'e\u0301', '😀', 'œ', '½', '\u200B', '𝐀 '])
    expect(findStops(`${lead} ${number}`)).toEqual([
      {
        type: 'phone',
        severity: 'stop',
        start: lead.length + 1,
        end: lead.length + 1 + number.length,
        wording: 'phone',
      },
    ])
})

const wild = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.integer({ min: 0, max: 0xff_ff }).map((code) => String.fromCharCode(code)),
      { maxLength: 300 },
    )
    .map((all) => all.join('')),
  fc
    .array(
      fc.constantFrom(
        '06',
        '39',
        ' ',
        '\n',
        '.',
        '-',
        '@',
        'M. ',
        'Mme ',
        'Dupont',
        'FR76',
        '1',
        '85',
        'example',
        'org',
        '[[',
        ']]',
        ' rue ',
        'é',
        '½',
        'œ',
        ' at ',
        '(at)',
        'née le ',
        '/',
        'agence de ',
        'Lille ',
        '+',
        '33',
        '0',
        ',',
        '75011 ',
        'AB',
        '123',
        'CD',
        'point ',
        'zéro ',
        'six ',
      ),
      { maxLength: 80 },
    )
    .map((all) => all.join('')),
)

test('nothing that is written makes it throw; findings are in order, inside the text, and none over another', () => {
  fc.assert(
    fc.property(wild, (text) => {
      let last = 0
      for (const { start, end } of findIdentifiers(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        last = end
      }
      expect(last).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 2000 },
  )
})

const neutral = (wording: string) => (wording === 'phone' ? 'numéro de téléphone' : 'mot neutre')

test('a text made neutral has nothing left to stop for, and is not changed again', () => {
  fc.assert(
    fc.property(wild, (text) => {
      const once = withoutStops(text, neutral)
      expect(findStops(once)).toEqual([])
      expect(withoutStops(once, neutral)).toBe(once)
    }),
    { numRuns: 2000 },
  )
})

test('what is found gives way to a bar with neutral words; inside a bar to the words alone', () => {
  const text = 'Appelez le 06 39 98 12 34 ou [[le 06 39 98 12 34]].'
  expect(neutralise(text, findStops(text), neutral)).toBe(
    'Appelez le [[numéro de téléphone]] ou [[le numéro de téléphone]].',
  )
})

test('a name after a role gives way to a name, a title and a name to a person', () => {
  const text = 'Ma conseillère Sylvie et Mme Dupont.'
  expect(neutralise(text, findIdentifiers(text), (wording) => wording)).toBe('Ma conseillère [[name]] et [[person]].')
})

test('a finding reaches as far as the name, the number or the place does, and two that overlap leave no rest', () => {
  expect(shown('Référence du dossier 2023-40417-B, sans suite')).toEqual(['warn identifier 2023-40417-B'])
  expect(shown('J’ai croisé Le Bihan dans l’escalier')).toEqual(['warn person Le Bihan'])
  expect(shown('Ensuite Le Bihan m’a dit non')).toEqual(['warn person Le Bihan'])
  expect(shown('Reçu à l’agence de la rue Lakanal le 4 mai 2023')).toEqual([
    'warn date-place rue Lakanal le 4 mai 2023',
  ])
})

test('of findings that overlap the one that stops stays, then the longest', () => {
  expect(shown('https://example.org/?tel=0639981234')).toEqual(['stop phone 0639981234'])
  expect(shown('12 rue Pierre Dupont, 31000 Toulouse')).toEqual(['warn address 12 rue Pierre Dupont, 31000 Toulouse'])
})
