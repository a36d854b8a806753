import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import sharp from 'sharp'
import { beforeEach, expect, test, vi } from 'vitest'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { patient } from '../../../e2e/support/clean-many.ts'
import { pdfsThatFight } from '../../../e2e/support/hostile-pdfs.ts'
import { noise, picture } from '../../../e2e/support/hostile-images.ts'
import { onePage } from '../../../e2e/support/pdf-parts.ts'
import { cleanFiles } from './clean-files.server.ts'
import { mostMemory, usualLimits } from './limits.ts'

const endless = () => pdfsThatFight['drawings that double thirty times']?.() ?? Buffer.alloc(0)
const brief = { ...usualLimits, milliseconds: 2500 }
const reasons = (answer: Awaited<ReturnType<typeof cleanFiles>>) =>
  answer.outcome === 'looked-at'
    ? answer.files.map((file) => (file.outcome === 'cleaned' ? 'cleaned' : file.reason))
    : answer.outcome

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

const onLinux = test.runIf(process.platform === 'linux')

/** The processes that draw now, and the most memory that each had so far. */
function drawingProcesses(): { pid: number; peak: number }[] {
  const children = readdirSync('/proc/self/task').flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  )
  return children.flatMap((pid) => {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('drawing-process')) return []
      const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
      return [{ pid, peak: Number(kilobytes) * 1024 }]
    } catch {
      return [] // gone meanwhile
    }
  })
}

onLinux(
  'who draws has no key and no setting of ours, and what it prints goes nowhere',
  async () => {
    const answer = cleanFiles([endless()], brief)
    const [one] = await vi.waitUntil(() => (drawingProcesses().length > 0 ? drawingProcesses() : false), 5000)
    const names = readFileSync(`/proc/${one?.pid}/environ`, 'latin1')
      .split('\0')
      .map((pair) => pair.split('=', 1)[0])
    expect(names.filter(Boolean).toSorted()).toEqual(['MALLOC_ARENA_MAX', 'NODE_ENV', 'UV_THREADPOOL_SIZE'])
    const outputs = [1, 2].map((output) => readlinkSync(`/proc/${one?.pid}/fd/${output}`))
    expect(outputs).toEqual(['/dev/null', '/dev/null'])
    await answer
  },
  30_000,
)

onLinux(
  'no process stays behind',
  async () => {
    await cleanFiles([endless()], brief)
    await cleanFiles([await picture().png().toBuffer()], patient)
    expect(drawingProcesses()).toEqual([])
  },
  30_000,
)

onLinux(
  'a file that breaks the process is refused alone: another process draws those behind it',
  async () => {
    const answer = cleanFiles([endless(), await picture().png().toBuffer()], patient)
    const [one] = await vi.waitUntil(() => (drawingProcesses().length > 0 ? drawingProcesses() : false), 5000)
    process.kill(one?.pid ?? 0, 'SIGSEGV')
    expect(reasons(await answer)).toEqual(['broken', 'cleaned'])
  },
  60_000,
)

onLinux(
  'what is largest to draw has its memory bounded',
  async () => {
    const pixels = { create: { width: 7900, height: 5000, channels: 4, background: 'red' } } as const
    const turned = { orientation: 6 }
    const files = [
      await sharp(pixels).toColourspace('rgb16').png({ progressive: true }).withMetadata(turned).toBuffer(),
      await sharp(pixels).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).withMetadata(turned).toBuffer(),
      pdfsThatFight['a thousand sheets of glass, one in the other']?.() ?? Buffer.alloc(0),
    ]
    let peak = 0
    const look = setInterval(() => (peak = Math.max(peak, ...drawingProcesses().map((one) => one.peak))), 20)
    const endings = []
    for (const file of files) endings.push(reasons(await cleanFiles([file], patient)))
    clearInterval(look)
    expect(endings).toEqual([['cleaned'], ['cleaned'], ['broken']])
    expect(peak).toBeGreaterThan(100 * 2 ** 20)
    expect(peak).toBeLessThan(mostMemory.whole + 32 * 2 ** 20)
  },
  90_000,
)
