import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { performance } from 'node:perf_hooks'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { z } from 'zod'
import { requestExport } from '#app/features/exports/commands/request-export.server.ts'
import { runNextExport } from '#app/features/exports/commands/run-export.server.ts'
import { sourceOf } from '#app/features/exports/queries/sources.server.ts'
import { exportForm, type ExportFormat } from '#app/features/exports/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aStaffMember } from './support/a-staff-member.ts'
import type { Benchmark } from './support/benchmark.ts'
import { fillPeople } from './support/fill-people.ts'
import { fillSignatures } from './support/fill-signatures.ts'
import { assertEqual } from './support/limit-table.ts'
import { ownDatabase } from './support/own-database.ts'
import { summarise } from './support/statistics.ts'
import type { Written } from './support/export-process.ts'

const sizes = { full: { rows: 1_000_000, pairs: 5 }, quick: { rows: 50_000, pairs: 2 } }
const goals = { ratio: 0.5, megabytes: 200, firstByte: 200 }

interface Copied {
  milliseconds: number
  bytes: number
  by: string
}

/** PostgreSQL's own program, and where it is not at hand the driver, which takes more of its time for each row. */
async function copyAlone(client: pg.Client, url: string, sql: string): Promise<Copied> {
  const statement = `copy (${sql.replaceAll('\n', ' ')}) to stdout (format csv)`
  const from = performance.now()
  const done = (bytes: number, by: string) => ({ milliseconds: performance.now() - from, bytes, by })
  let bytes = 0
  const child = spawn('psql', ['-X', '-q', url, '-c', statement], { stdio: ['ignore', 'pipe', 'inherit'] })
  child.stdout.on('data', (part: Buffer) => (bytes += part.length))
  const ended = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(-1))
    child.once('close', resolve)
  })
  if (ended === 0) return done(bytes, 'psql')
  if (ended !== -1) throw new Error('psql ended with an error.')
  for await (const part of client.query(copyTo(statement))) if (Buffer.isBuffer(part)) bytes += part.length
  return done(bytes, 'the driver, as psql is not installed here')
}

const answer = z.object({
  milliseconds: z.number(),
  firstByte: z.number(),
  firstRow: z.number(),
  rows: z.number(),
  bytes: z.number(),
  peak: z.number(),
})

interface Asked {
  campaignId: number
  format: ExportFormat
  people: boolean
}

async function ask(child: ChildProcess, asked: Asked): Promise<Written> {
  child.send(asked)
  const [told] = await once(child, 'message')
  return answer.parse(told)
}

async function aProcess(url: string): Promise<ChildProcess> {
  const child = fork(new URL('support/export-process.ts', import.meta.url), [url], { execArgv: ['--import', 'tsx'] })
  await once(child, 'message')
  return child
}

const perSecond = ({ rows, milliseconds }: Pick<Written, 'rows' | 'milliseconds'>) =>
  `${Math.round((rows * 1000) / milliseconds).toLocaleString('en')} rows/s`

/** One file as the worker makes it: read, packed, sealed, kept. */
async function asJob(campaignId: number): Promise<string> {
  const actor = await aStaffMember('owner')
  const form = exportForm.parse({ campaign: String(campaignId), kind: 'signers', format: 'csv' })
  await requestExport(actor, form, new Date())
  const from = performance.now()
  await runNextExport()
  const milliseconds = performance.now() - from
  const { rows, bytes } = await db().exportJob.findFirstOrThrow({ select: { rows: true, bytes: true } })
  return `as a job, packed, sealed and kept in the database: ${perSecond({ rows, milliseconds })}, ${Number(bytes).toLocaleString('en')} bytes`
}

/** The file of signatures through the pipeline of the product, beside PostgreSQL's own COPY of the same columns. */
export const exporting: Benchmark = async ({ quick }) => {
  const { rows, pairs } = quick ? sizes.quick : sizes.full
  const database = await ownDatabase('export')
  const { campaignId, url } = database
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const child = await aProcess(url)
  try {
    await fillSignatures(client, rows)
    const { others, peopleRows } = await fillPeople(client, { campaignId, people: rows / 10 })
    const { sql } = sourceOf('signers', campaignId, false)
    const plain = { campaignId, format: 'csv', people: false } as const
    await copyAlone(client, url, sql)
    await ask(child, plain)
    const turns: { copy: Copied; ours: Written }[] = []
    for (let pair = 0; pair < pairs; pair += 1)
      turns.push({ copy: await copyAlone(client, url, sql), ours: await ask(child, plain) })
    const ratio = summarise(turns.map(({ copy, ours }) => copy.milliseconds / ours.milliseconds))
    const firstByte = Math.max(...turns.map(({ ours }) => ours.firstByte))
    const firstRow = Math.max(...turns.map(({ ours }) => ours.firstRow))
    const peak = Math.max(...turns.map(({ ours }) => ours.peak))
    const [last] = turns.toReversed()
    const workbook = await ask(child, { ...plain, format: 'xlsx' })
    const lines = await ask(child, { ...plain, format: 'jsonl' })
    const named = await ask(child, { campaignId: others, format: 'csv', people: true })
    const job = await asJob(campaignId)
    const verdict = (reached: boolean) => (reached ? 'reached' : 'MISSED')
    return {
      comparisons: [],
      beside: [
        `CSV of ${rows.toLocaleString('en')} rows, ${last?.ours.bytes.toLocaleString('en')} bytes: COPY by ${last?.copy.by} ${Math.round(summarise(turns.map(({ copy }) => copy.milliseconds)).median)} ms, ours ${Math.round(summarise(turns.map(({ ours }) => ours.milliseconds)).median)} ms (${last ? perSecond(last.ours) : ''})`,
        `of COPY's speed, pair by pair: median ${ratio.median.toFixed(2)}, ${ratio.min.toFixed(2)} to ${ratio.max.toFixed(2)}; goal ${goals.ratio}: ${verdict(ratio.median >= goals.ratio)}`,
        `first byte after ${firstByte.toFixed(0)} ms at most, first row after ${firstRow.toFixed(0)} ms; goal ${goals.firstByte} ms: ${verdict(firstByte < goals.firstByte)}`,
        `memory of that process, at its highest: ${peak.toFixed(0)} MB; goal ${goals.megabytes} MB: ${verdict(peak <= goals.megabytes)}`,
        `JSON Lines: ${perSecond(lines)}, memory ${lines.peak.toFixed(0)} MB; workbook: ${perSecond(workbook)}, memory ${workbook.peak.toFixed(0)} MB`,
        `with names and addresses, opened one by one (${peopleRows.toLocaleString('en')} rows): ${perSecond(named)}, memory ${named.peak.toFixed(0)} MB`,
        job,
      ],
      checked: [
        assertEqual('rows in the file', last?.ours.rows ?? 0, rows),
        // a title line, and one byte more for each line that ends as RFC 4180 says
        assertEqual('bytes beside those of COPY', (last?.ours.bytes ?? 0) - (last?.copy.bytes ?? 0), rows + titleBytes),
        assertEqual('rows of the workbook', workbook.rows, rows),
        assertEqual('rows with names', named.rows, peopleRows),
      ],
      figures: { rows, ratio, firstByte, firstRow, peak, goals, workbook, lines, named, turns },
    }
  } finally {
    child.disconnect()
    await client.end()
    await database.close()
  }
}

const titleBytes = 'day,confirmed,state,country,department,language,text_version,name_shown,comment,news\r\n'.length
