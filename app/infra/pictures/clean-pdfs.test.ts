import { createServer } from 'node:http'
import fc from 'fast-check'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { cleanMany, endingOf, leftIn, patient } from '../../../e2e/support/clean-many.ts'
import { pdfsThatCarry, pdfsThatFight } from '../../../e2e/support/hostile-pdfs.ts'
import { mark } from '../../../e2e/support/hostile-images.ts'
import { letter, manyPages, onePage } from '../../../e2e/support/pdf-parts.ts'
import { cleanFiles } from './clean-files.server.ts'
import type { CleanedFile } from './drawing-results.ts'
import { usualLimits } from './limits.ts'

/** They would never end. */
const endless = [
  'a stream that unfolds to a gigabyte',
  'a stream folded twice',
  'drawings that double thirty times',
  'a pattern of a thousand million tiles',
  'a function that loops',
]
const known = ['cleaned', 'broken', 'locked', 'too-many-pages', 'took-too-long']
const others = Object.entries(pdfsThatFight).filter(([name]) => !endless.includes(name))
const answers = new Map<string, CleanedFile>()

beforeAll(async () => {
  const cases = [...Object.entries(pdfsThatCarry), ...others]
  const cleaned = await cleanMany(cases.map(([, make]) => make()))
  for (const [at, answer] of cleaned.entries()) answers.set(cases[at]?.[0] ?? '', answer)
}, 200_000)

test.each(Object.keys(pdfsThatCarry))(
  'of a PDF with %s its page is drawn, and nothing else comes with it',
  async (name) => {
    const answer = answers.get(name)
    expect(endingOf(answer)).toBe('cleaned')
    const pages = answer?.outcome === 'cleaned' ? answer.pages : []
    expect(pages).toHaveLength(1)
    for (const page of pages) expect(await leftIn(page)).toEqual([])
  },
)

test.each(others.map(([name]) => name))('a PDF with %s ends in a known way', async (name) => {
  const answer = answers.get(name)
  expect(known).toContain(endingOf(answer))
  for (const page of answer?.outcome === 'cleaned' ? answer.pages : []) expect(await leftIn(page)).toEqual([])
})

test.each(endless)(
  'a PDF with %s is ended, and costs nobody more than its time',
  async (name) => {
    const file = pdfsThatFight[name]?.() ?? Buffer.alloc(0)
    const startedAt = performance.now()
    const answer = await cleanFiles([file], { ...usualLimits, milliseconds: 2000 })
    expect(performance.now() - startedAt).toBeLessThan(3000)
    expect(answer).toEqual({ outcome: 'looked-at', files: [{ outcome: 'refused', reason: 'took-too-long' }] })
  },
  20_000,
)

/** How many pixels of a page are not white. */
async function inkOf(answer: CleanedFile | undefined): Promise<number> {
  const [page] = answer?.outcome === 'cleaned' ? answer.pages : []
  if (!page) throw new Error('not drawn')
  const pixels = await sharp(page.bytes).greyscale().raw().toBuffer()
  return pixels.reduce((sum, value) => sum + (value < 128 ? 1 : 0), 0)
}

test('the words of a letter and of a form are there to be read, those of a hidden layer are not', async () => {
  const [sent] = await cleanMany([await letter()])
  expect(await inkOf(sent)).toBeGreaterThan(10_000)
  expect(await inkOf(answers.get('a form'))).toBeGreaterThan(await inkOf(answers.get('links')))
  expect(await inkOf(answers.get('a hidden layer'))).toBe(0)
  expect(await inkOf(answers.get('words outside its crop'))).toBe(0)
}, 60_000)

test('what a PDF says cannot be undone by a second version under it', async () => {
  expect(await inkOf(answers.get('an old version under the new'))).toBe(await inkOf(answers.get('XMP')))
})

test('a letter of twenty pages is drawn page by page, one of twenty-one or of ten thousand is not', async () => {
  const [twenty, more, many] = await cleanMany([await letter({ pages: 20 }), manyPages(21), manyPages(10_000)])
  expect(twenty?.outcome === 'cleaned' && twenty.pages.map(({ height }) => height)).toEqual(Array(20).fill(2000))
  expect([more, many].map(endingOf)).toEqual(['too-many-pages', 'too-many-pages'])
}, 60_000)

test('a PDF with a password is locked, and one that only forbids printing is drawn', async () => {
  const [locked, drawn] = await cleanMany([await letter({ password: mark }), await letter({ owner: mark })])
  expect([locked, drawn].map(endingOf)).toEqual(['locked', 'cleaned'])
}, 60_000)

test('no PDF makes a call', async () => {
  let calls = 0
  const server = createServer((_, response) => void response.end(String((calls += 1)))).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`
  const spec = `<< /Type /Filespec /FS /URL /F (${url}) >>`
  await cleanMany([
    onePage({ catalog: `/OpenAction << /S /URI /URI (${url}) >>` }),
    onePage({ catalog: `/OpenAction << /S /GoToR /F (${url}) /D [0 /Fit] >>` }),
    onePage({ catalog: `/OpenAction << /S /SubmitForm /F (${url}) >>` }),
    onePage({
      resources: '/XObject << /I 6 0 R >>',
      content: '/I Do',
      more: [`<< /Type /XObject /Subtype /Image /F ${spec} /Width 1 /Height 1 /Length 0 >>\nstream\n\nendstream`],
    }),
  ])
  server.close()
  expect(calls).toBe(0)
}, 60_000)

test('whatever is changed in a PDF, it ends in a known way and names nobody', async () => {
  const seeds = [
    onePage({ trailer: '/Info 6 0 R', more: [`<< /Author (${mark}) >>`] }),
    await letter(),
    ...Object.values(pdfsThatCarry)
      .slice(0, 12)
      .map((make) => make()),
  ]
  const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }))
  const changed = fc
    .tuple(fc.nat(seeds.length - 1), fc.array(change, { minLength: 1, maxLength: 20 }))
    .map(([which, changes]) => {
      const bytes = Buffer.from(seeds[which] ?? [])
      for (const [at, value] of changes) bytes[5 + (at % (bytes.length - 5))] = value
      return bytes
    })
  await fc.assert(
    fc.asyncProperty(fc.array(changed, { minLength: 10, maxLength: 10 }), async (files) => {
      for (const answer of await cleanMany(files, { ...patient, milliseconds: 8000 })) {
        expect(known).toContain(endingOf(answer))
        for (const page of answer.outcome === 'cleaned' ? answer.pages : []) expect(await leftIn(page)).toEqual([])
      }
    }),
    { numRuns: 8, endOnFailure: true },
  )
}, 120_000)
