import { expect, test } from 'vitest'
import { checkTexts } from './rules/checks/check-texts.ts'

const known = { appUrl: 'https://petition.example.org', quotes: new Set<string>() }

const upTo = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
const slow: Record<string, (length: number) => string> = {
  fields: (length) => upTo('{{a}}\n', length),
  'dead links': (length) => upTo('[a](b)\n\n', length),
  'links over two quoted lines': (length) => upTo('> [a\n> b](c)\n\n', length),
  'beginnings of addresses': (length) => upTo('http://', length),
  'fields after addresses': (length) => upTo('](http://{{', length),
  'marks of other tools': (length) => `[a](<${upTo('{$ ', length)}>)`,
}

/** Milliseconds of processor time, which a busy machine does not stretch. */
const timeOf = (body: string): number => {
  const runs = [1, 2, 3].map(() => {
    const before = process.cpuUsage()
    checkTexts({ fr: { subject: 'Une réponse', body }, en: { subject: 'An answer', body: 'Hello.' } }, known)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...runs)
}

test.each(Object.entries(slow))(
  'sixteen times the text takes about sixteen times as long, and not its square: %s',
  { timeout: 120_000 },
  (_, bodyOf) => {
    timeOf(bodyOf(6_000)) // warm
    // The square would be 256: there is room for a machine that does other things meanwhile.
    expect(timeOf(bodyOf(96_000)) / Math.max(timeOf(bodyOf(6_000)), 2)).toBeLessThan(80)
  },
)
