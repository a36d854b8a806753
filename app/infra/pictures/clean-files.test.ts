import { beforeEach, expect, test } from 'vitest'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { endingOf, patient } from '../../../e2e/support/clean-many.ts'
import { pdfsThatFight } from '../../../e2e/support/hostile-pdfs.ts'
import { noise, picture } from '../../../e2e/support/hostile-images.ts'
import { onePage } from '../../../e2e/support/pdf-parts.ts'
import { cleanFiles, type FilesOutcome } from './clean-files.server.ts'
import { usualLimits } from './limits.ts'

const endless = () => pdfsThatFight['drawings that double thirty times']?.() ?? Buffer.alloc(0)
const brief = { ...usualLimits, milliseconds: 2500 }
const reasons = (answer: FilesOutcome) => (answer.outcome === 'looked-at' ? answer.files.map(endingOf) : answer.outcome)

beforeEach(() => forgetSingleton('clean-files-line'))

test('ten files are answered in their order, and nothing is started for none', async () => {
  const [png, pdf, text] = [await picture().png().toBuffer(), onePage(), Buffer.from('text')]
  expect(reasons(await cleanFiles([text, png, pdf, text, pdf, png, png, png, png, png], patient))).toEqual([
    'unknown-kind',
    'cleaned',
    'cleaned',
    'unknown-kind',
    ...Array(6).fill('cleaned'),
  ])
  expect(await cleanFiles([])).toEqual({ outcome: 'looked-at', files: [] })
}, 60_000)

test('eleven files, or a byte more than ten megabytes of them, are refused before they are looked at', async () => {
  expect(reasons(await cleanFiles(Array(11).fill(Buffer.from('text'))))).toBe('too-many-files')
  const half = Buffer.alloc(usualLimits.mostBytes / 2)
  expect(reasons(await cleanFiles([half, half]))).toEqual(['unknown-kind', 'unknown-kind'])
  expect(reasons(await cleanFiles([half, half, Buffer.alloc(1)]))).toBe('too-large')
})

test('drawings that are too large together are refused, and the small one behind them is not', async () => {
  const large = await noise(1500, 1500).jpeg({ quality: 60 }).toBuffer()
  const small = await picture().png().toBuffer()
  const limits = { ...patient, mostDrawnBytes: 1_500_000 }
  expect(reasons(await cleanFiles([large, large, small], limits))).toEqual(['cleaned', 'too-large', 'cleaned'])
}, 60_000)

test('a file that hangs takes the time of those behind it, and what was drawn before it stays', async () => {
  const png = await picture().png().toBuffer()
  const startedAt = performance.now()
  const answer = await cleanFiles([png, endless(), png], { ...usualLimits, milliseconds: 4000 })
  expect(performance.now() - startedAt).toBeLessThan(5000)
  expect(reasons(answer)).toEqual(['cleaned', 'took-too-long', 'took-too-long'])
}, 20_000)

test('two are drawn at once, two wait for a second, and whoever comes then is told that it is too much', async () => {
  const png = await picture().png().toBuffer()
  const first = [cleanFiles([endless()], brief), cleanFiles([endless()], brief)]
  const waiting = [cleanFiles([png], brief), cleanFiles([png], brief)]
  expect(reasons(await cleanFiles([png], brief))).toBe('busy')
  // Files that need no drawing are told so even then.
  expect(reasons(await cleanFiles([Buffer.from('text')], brief))).toEqual(['unknown-kind'])
  expect((await Promise.all(waiting)).map(reasons)).toEqual(['busy', 'busy'])
  expect((await Promise.all(first)).map(reasons)).toEqual([['took-too-long'], ['took-too-long']])
  expect(reasons(await cleanFiles([png], patient))).toEqual(['cleaned'])
}, 30_000)

test('while a file hangs, this process goes on', async () => {
  const drawn = cleanFiles([endless()], brief)
  let longest = 0
  let last = performance.now()
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  await drawn
  clearInterval(beat)
  expect(longest).toBeLessThan(500)
}, 20_000)
