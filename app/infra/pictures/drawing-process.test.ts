import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, test, vi } from 'vitest'
import { endingOf, patient } from '../../../e2e/support/clean-many.ts'
import { picture } from '../../../e2e/support/hostile-images.ts'
import { pdfsThatFight } from '../../../e2e/support/hostile-pdfs.ts'
import { cleanFiles, type FilesOutcome } from './clean-files.server.ts'
import { DrawingResults } from './drawing-results.ts'
import { drawInProcess } from './drawing.server.ts'
import { mostMemory, usualLimits } from './limits.ts'

const endless = () => pdfsThatFight['drawings that double thirty times']?.() ?? Buffer.alloc(0)
const brief = { ...usualLimits, milliseconds: 2500 }
const reasons = (answer: FilesOutcome) => (answer.outcome === 'looked-at' ? answer.files.map(endingOf) : answer.outcome)

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

test('a process that nobody ends any more ends itself', async () => {
  const limits = { ...usualLimits, milliseconds: 500 }
  const results = new DrawingResults(limits)
  const files = [{ file: 0, kind: 'pdf', bytes: endless() }] as const
  expect(await drawInProcess({ files, limits, results, deadline: performance.now() + 60_000 })).toBe('ended')
  expect(results.of(0)).toBeUndefined()
}, 20_000)

describe.runIf(process.platform === 'linux')('as the system sees it', () => {
  test('who draws has no key and no setting of ours, and what it prints goes nowhere', async () => {
    const answer = cleanFiles([endless()], brief)
    const [one] = await vi.waitUntil(() => (drawingProcesses().length > 0 ? drawingProcesses() : false), 5000)
    const names = readFileSync(`/proc/${one?.pid}/environ`, 'latin1')
      .split('\0')
      .map((pair) => pair.split('=', 1)[0])
    expect(new Set(names.filter(Boolean))).toEqual(new Set(['MALLOC_ARENA_MAX', 'NODE_ENV', 'UV_THREADPOOL_SIZE']))
    const outputs = [1, 2].map((output) => readlinkSync(`/proc/${one?.pid}/fd/${output}`))
    expect(outputs).toEqual(['/dev/null', '/dev/null'])
    await answer
  }, 30_000)

  test('no process stays behind', async () => {
    await cleanFiles([endless()], brief)
    await cleanFiles([await picture().png().toBuffer()], patient)
    expect(drawingProcesses()).toEqual([])
  }, 30_000)

  test('a file that breaks the process is refused alone: another process draws those behind it', async () => {
    const answer = cleanFiles([endless(), await picture().png().toBuffer()], patient)
    const [one] = await vi.waitUntil(() => (drawingProcesses().length > 0 ? drawingProcesses() : false), 5000)
    process.kill(one?.pid ?? 0, 'SIGSEGV')
    expect(reasons(await answer)).toEqual(['broken', 'cleaned'])
  }, 60_000)

  test('what is largest to draw has its memory bounded', async () => {
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
  }, 90_000)
})
