import { execFileSync } from 'node:child_process'
import { closeSync, fdatasyncSync, mkdirSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import type { BenchmarkResult } from './benchmark.ts'
import type { ComparisonResult, SideResult } from './compare.ts'
import { median } from './statistics.ts'

export interface Machine {
  processors: string
  memoryGib: number
  node: string
  /** Of the folder the database lives in. */
  fileSystem: string
  fdatasyncMicroseconds: number
  /** Processes that wanted a processor before we began. */
  loadBefore: number
}

function fdatasyncMicroseconds(): number {
  const file = path.join(tmpdir(), `portevoix-fdatasync-${process.pid}`)
  const handle = openSync(file, 'w')
  const times = Array.from({ length: 200 }, (_, at) => {
    const before = performance.now()
    writeSync(handle, Buffer.alloc(8192, 1), 0, 8192, (at % 16) * 8192)
    fdatasyncSync(handle)
    return (performance.now() - before) * 1000
  })
  closeSync(handle)
  rmSync(file)
  return Math.round(median(times))
}

export function describeMachine(): Machine {
  const all = cpus()
  return {
    processors: `${all.length} × ${all[0]?.model.trim() ?? 'unknown'}`,
    memoryGib: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    fileSystem: execFileSync('stat', ['-f', '-c', '%T', tmpdir()], { encoding: 'utf8' }).trim(),
    fdatasyncMicroseconds: fdatasyncMicroseconds(),
    loadBefore: loadavg()[0] ?? Number.NaN,
  }
}

const whole = (value: number) => Math.round(value).toLocaleString('en')
const ratio = (value: number) => value.toFixed(2)
const spent = ({ processor }: SideResult) =>
  Object.entries(processor)
    .map(([name, milliseconds]) => `${name} ${milliseconds.toFixed(3)}`)
    .join(', ')

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) =>
        at === 0 || at === row.length - 1 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
      )
      .join('  ')
  return rows.map((row) => `  ${line(row).trimEnd()}`).join('\n')
}

/** A letter has none: nobody waits for it. */
const latency = (milliseconds: number) => (Number.isNaN(milliseconds) ? '–' : milliseconds.toFixed(1))

const sideRow = (letter: string, side: SideResult) => [
  `${letter}  ${side.says}`,
  whole(side.perSecond.median),
  whole(side.perSecond.min),
  whole(side.perSecond.max),
  latency(side.p50),
  latency(side.p99),
  spent(side),
]

function comparisonText({ name, unit, limit, ours, ratios, ratio: summary }: ComparisonResult): string {
  return [
    `${name}: ${unit}`,
    table([
      ['', 'median', 'min', 'max', 'p50 ms', 'p99 ms', 'processor ms per request'],
      sideRow('A', limit),
      sideRow('B', ours),
    ]),
    `  B/A  ${ratio(summary.median)} (${ratio(summary.min)}–${ratio(summary.max)})   pair by pair: ${ratios.map(ratio).join('  ')}`,
  ].join('\n')
}

export function reportText({ comparisons, checked, beside }: BenchmarkResult): string {
  return [
    ...comparisons.map(comparisonText),
    ...beside.map((line) => `  beside: ${line}`),
    ...checked.map((line) => `  checked: ${line}`),
    '',
  ].join('\n')
}

/** @returns the file that was written */
export function keepResult(
  name: string,
  result: BenchmarkResult & { machine: Machine; measuredOn: Date; command: string },
): string {
  const folder = path.resolve(import.meta.dirname, '..', 'results')
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, `${name}-${result.measuredOn.toISOString().slice(0, 10)}.json`)
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`)
  return path.relative(process.cwd(), file)
}
