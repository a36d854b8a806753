import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import subsetFont from 'subset-font'
import { z } from 'zod'

/**
 * Cuts the fonts of the pages (app/ui/fonts) out of their packages: only the weights that our stylesheets ask for. Two masters
 * instead of three are half the bytes of every first visit. Run it when a package or a weight changes:
 *
 *   node --import tsx .ci/cut-fonts.ts
 */
const require = createRequire(import.meta.url)
export const folder = path.resolve(import.meta.dirname, '..', 'app', 'ui', 'fonts')

const faces = [
  { name: 'atkinson-hyperlegible-next', parts: ['latin', 'latin-ext'], weight: { min: 400, max: 700 } },
  { name: 'bricolage-grotesque', parts: ['latin', 'latin-ext', 'vietnamese'], weight: 750 },
] as const

const rangesOf = z.record(z.string(), z.string())

/** Accents that stand by themselves, and the tables that place them, come with the rarer letters only. */
const withoutAccents = (letters: string) => letters.replaceAll(/\p{M}/gu, '')

/** Every letter of a list of ranges as stylesheets write it: `U+0000-00FF,U+0131`. */
function lettersOf(ranges: string): string {
  return ranges
    .split(',')
    .flatMap((range) => {
      const [first = 0, last = first] = range
        .replace('U+', '')
        .split('-')
        .map((code) => Number.parseInt(code, 16))
      return Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step))
    })
    .join('')
}

/** Their copyright and licence stay in them. */
const namesKept = [0, 13, 14]

export async function cutFonts(): Promise<Map<string, Buffer>> {
  const cut = new Map<string, Buffer>()
  for (const { name, parts, weight } of faces) {
    const home = path.dirname(require.resolve(`@fontsource-variable/${name}/package.json`))
    const ranges = rangesOf.parse(JSON.parse(readFileSync(path.join(home, 'unicode.json'), 'utf8')))
    for (const part of parts) {
      const whole = readFileSync(path.join(home, 'files', `${name}-${part}-wght-normal.woff2`))
      const options = {
        targetFormat: 'woff2',
        variationAxes: { wght: weight },
        preserveNameIds: namesKept,
      } as const
      const letters = lettersOf(ranges[part] ?? '')
      cut.set(
        `${name}-${part}.woff2`,
        await subsetFont(whole, part === 'latin' ? withoutAccents(letters) : letters, options),
      )
    }
    cut.set(`${name}.OFL.txt`, readFileSync(path.join(home, 'LICENSE')))
  }
  return cut
}

if (process.argv[1] === import.meta.filename) {
  mkdirSync(folder, { recursive: true })
  for (const [file, bytes] of await cutFonts()) {
    writeFileSync(path.join(folder, file), bytes)
    process.stdout.write(`${file} ${bytes.length}\n`)
  }
}
