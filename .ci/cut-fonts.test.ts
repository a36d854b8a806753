import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { en } from '#app/i18n/en.ts'
import { fr } from '#app/i18n/fr.ts'
import { cutFonts, folder } from './cut-fonts.ts'

test('the fonts of the pages are the ones of the packages, cut to the weights in use', async () => {
  const cut = await cutFonts()
  expect(readdirSync(folder).toSorted()).toEqual([...cut.keys()].toSorted())
  const others = [...cut].filter(([file, bytes]) => !readFileSync(path.join(folder, file)).equals(bytes))
  expect(others.map(([file]) => file)).toEqual([])
})

test('whatever the interface says in French or English is in the files of the first visit', () => {
  const styles = readFileSync(path.join(folder, '..', 'fonts.css'), 'utf8')
  const ranges = /grotesque-latin\.woff2[^;]*;\s*unicode-range:([^;]+);/.exec(styles)?.[1] ?? ''
  const isIn = (letter: string) =>
    ranges.split(',').some((range) => {
      const [first = 0, last = first] = range
        .replace('U+', '')
        .split('-')
        .map((code) => Number.parseInt(code, 16))
      const code = letter.codePointAt(0) ?? 0
      return code >= first && code <= last
    })
  const letters = new Set(JSON.stringify([fr, en]))
  expect([...letters].filter((letter) => !isIn(letter))).toEqual([])
})

test('no stylesheet asks for a weight that was cut away', () => {
  const styles = readdirSync(path.resolve(folder, '..', '..'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css') && !file.endsWith('fonts.css'))
    .map((file) => readFileSync(path.resolve(folder, '..', '..', file), 'utf8'))
    .join('\n')
  const text = [...styles.matchAll(/font(?:-weight)?: (\d{3})(?:;| [^;]*var\(--text\))/g)].map(([, weight]) => weight)
  const display = [...styles.matchAll(/font: (\d{3}) [^;]*var\(--display\)/g)].map(([, weight]) => weight)
  expect(new Set(text)).toEqual(new Set(['400', '700', '750']))
  expect(new Set(display)).toEqual(new Set(['700', '750', '800']))
})
