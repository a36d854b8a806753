import { expect, test } from 'vitest'
import { locales } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { replacedStops, stopErrors, stopFindings } from './deposit.ts'
import { findIdentifiers } from './find-identifiers.ts'
import { findingTypes } from './finding.ts'

const number = '06 39 98 41 27'

test('each field that may not be deposited says what kind of thing is in it, never the thing', () => {
  expect(
    stopErrors({
      title: `Le ${number}`,
      story: `${number}, camille@example.org`,
      contentWarning: null,
      uses: ['publish'],
    }),
  ).toEqual({ title: 'testimonies.guard.errors.phone', story: 'testimonies.guard.errors.several' })
  expect(stopErrors({ title: 'Mme Dupont', story: '12 rue des Lilas' })).toEqual({})
})

test('what stops a deposit is replaced in its field, and no other field is touched', () => {
  expect(replacedStops({ title: 'Le titre', story: `Au ${number}.`, once: number }, (wording) => wording)).toEqual({
    story: 'Au [[phone]].',
  })
})

test('neutral words point to nobody, in either language', () => {
  const words = locales.flatMap((locale) =>
    ([...findingTypes, 'name'] as const).map((wording) => translator(locale)(`testimonies.guard.neutral.${wording}`)),
  )
  for (const lead of ['Ma conseillère ', 'M. ', 'le 12 mars à ', 'dossier n° ', 'insta : '])
    for (const word of words) expect(findIdentifiers(`${lead}[[${word}]].`)).toEqual([])
})

test('a title and a story are asked together what they would be refused for', () => {
  const found = stopFindings('Mme Dupont', `Au ${number}.`)
  expect(found).toEqual({
    title: [],
    story: [{ type: 'phone', severity: 'stop', start: 3, end: 17, wording: 'phone' }],
  })
})
