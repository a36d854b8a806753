import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { departmentName, departmentOfPostcode, departments, postcodesOnTwoDepartments } from './departments.ts'

describe('the list of départements', () => {
  test('holds 101 départements and eight collectivities, each code once, in order', () => {
    const codes = departments.map(({ code }) => code)
    expect(codes).toHaveLength(109)
    expect(new Set(codes).size).toBe(109)
    expect(codes.toSorted()).toEqual(codes)
    expect(codes.filter((code) => /^97[12346]$/.test(code) || code.length === 2)).toHaveLength(101)
  })

  test('names a code and nothing else', () => {
    expect(departmentName('2A')).toBe('Corse-du-Sud')
    expect(departmentName('989')).toBe('Île de Clipperton')
    expect(departmentName('20')).toBeUndefined()
    expect(departmentName('')).toBeUndefined()
  })
})

describe('the département of a postcode', () => {
  test.each([
    ['75011', '75'],
    ['01000', '01'],
    ['69001', '69'],
    ['95880', '95'],
    ['97400', '974'],
    ['97500', '975'],
    ['97600', '976'],
    ['98600', '986'],
    ['98714', '987'],
    ['98800', '988'],
    ['98410', '984'],
    [' 59000 ', '59'],
  ])('%s is in %s', (postcode, code) => {
    expect(departmentOfPostcode(postcode)).toBe(code)
  })

  test.each([
    ['20000', '2A'],
    ['20199', '2A'],
    ['20200', '2B'],
    ['20699', '2B'],
    ['20700', null],
  ])('Corsica is cut in two: %s is in %s', (postcode, code) => {
    expect(departmentOfPostcode(postcode)).toBe(code)
  })

  test.each([
    ['94390', '91'],
    ['97133', '977'],
    ['97150', '978'],
    ['98799', '989'],
  ])('%s is served from %s alone, whatever its digits say', (postcode, code) => {
    expect(departmentOfPostcode(postcode)).toBe(code)
  })

  test('the sixteen codes on two départements go to the one their digits name', () => {
    expect(postcodesOnTwoDepartments.size).toBe(16)
    for (const [postcode, other] of postcodesOnTwoDepartments) {
      expect(departmentOfPostcode(postcode)).toBe(postcode.slice(0, 2))
      expect(departmentName(other)).toBeDefined()
      expect(other).not.toBe(postcode.slice(0, 2))
    }
  })

  test.each(['', '7501', '750111', '98000', '96000', '00100', '99999', '2A004', 'abcde', '٧٥٠١١'])(
    '%j is in none',
    (postcode) => {
      expect(departmentOfPostcode(postcode)).toBeNull()
    },
  )

  test('whatever is typed, the answer is a known code or nothing', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.integer({ min: 0, max: 99_999 }).map((n) => String(n).padStart(5, '0')),
    )
    fc.assert(
      fc.property(typed, (postcode) => {
        const code = departmentOfPostcode(postcode)
        expect(code === null || departmentName(code) !== undefined).toBe(true)
      }),
    )
  })
})
