import { expect, test } from 'vitest'
import { hostileTexts, ordinaryTexts } from '../../../../bench/support/guard/texts.ts'
import { findDistress } from './distress.ts'
import { findIdentifiers } from './find-identifiers.ts'
import { withoutStops } from './neutralise.ts'
import { everyPattern } from './pattern.ts'

const short = 8 * 1024
const times = 8

/** Of processor time, which a busy machine does not stretch. */
function millisecondsOf(act: () => void): number {
  const taken = [0, 1].map(() => {
    const before = process.cpuUsage()
    act()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...taken)
}

/** Eight times the text may take eight times as long, and far more on a busy machine. What grows by the square takes seconds. */
const grows = (act: (text: string) => void, one: string, more: string) =>
  millisecondsOf(() => act(more)) > 250 + times * 4 * millisecondsOf(() => act(one))

const looks = {
  findIdentifiers,
  findDistress,
  withoutStops: (text: string) => withoutStops(text, () => 'mot'),
}

test.each(Object.entries(looks))(
  '%s takes a time that grows with the text and no faster, whatever is written',
  (_, act) => {
    const ones = { ...ordinaryTexts(short), ...hostileTexts(short) }
    const more = { ...ordinaryTexts(short * times), ...hostileTexts(short * times) }
    const slow = Object.entries(ones).filter(([name, text]) => grows(act, text, more[name] ?? ''))
    expect(slow.map(([name]) => name)).toEqual([])
  },
  60_000,
)

/** `a*`, `a+`, `a{2,}`, outside of what is escaped and of classes. */
const isUnbounded = (source: string) =>
  /[*+]|\{\d+,\}/.test(source.replaceAll(/\\./gs, 'x').replaceAll(/\[[^\]]*\]/g, 'x'))

test('an expression that reads a whole text repeats nothing without a bound', () => {
  expect(everyPattern.length).toBeGreaterThan(80)
  expect(everyPattern.map(({ source }) => source).filter(isUnbounded)).toEqual([])
})
