import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { shownCampaign } from '#app/features/campaigns/shown.server.ts'
import { appendLeaves } from '#app/features/proof/commands/append-leaves.server.ts'
import { signHead } from '#app/features/proof/commands/sign-head.server.ts'
import { consistencyOf, inclusionOf } from '#app/features/proof/queries/log.server.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'
import type { Benchmark } from './support/benchmark.ts'
import { assertEqual } from './support/limit-table.ts'
import { slug, startProduct, type Product } from './support/product.ts'
import { quantile } from './support/statistics.ts'

const sizes = {
  full: { leaves: 1_000_000, proofs: 2000, heads: 200 },
  quick: { leaves: 40_000, proofs: 200, heads: 20 },
}
/** Events of one statement of the benchmark. */
const atOnce = 100_000
const goals = { leavesPerSecond: 20_000, proofMilliseconds: 10 }

/** As triggers would note so many people who confirm one after the other, without the people. Some are removed, and given back. */
async function noteEvents({ database }: Product, campaignId: number, leaves: number): Promise<void> {
  for (let from = 0; from < leaves; from += atOnce)
    await database.query(
      `insert into log_event (campaign_id, signature_id, kind, day, locale, text_version)
       select $1, (lpad(to_hex(1790000000000 + n - case when n % 50 in (48, 49) then n % 50 - 47 else 0 end), 12, '0') || '70008000000000000000')::uuid,
         case n % 50 when 48 then 'out' else 'in' end, '2026-11-28', case n % 3 when 0 then 'en' else 'fr' end, 1
       from generate_series($2::int, $3::int) n order by n`,
      [campaignId, from, Math.min(from + atOnce, leaves) - 1],
    )
  await database.query('vacuum analyze log_event')
}

const spread = (times: readonly number[]) =>
  `median ${quantile(times, 0.5).toFixed(2)} ms, p99 ${quantile(times, 0.99).toFixed(2)} ms, longest ${Math.max(...times).toFixed(1)} ms`

async function timesOf(count: number, work: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let n = 0; n < count; n += 1) {
    const from = performance.now()
    await work()
    times.push(performance.now() - from)
  }
  return times
}

interface Appended {
  perSecond: number
  seconds: number
}

async function appendAll(campaignId: number, leaves: number): Promise<Appended> {
  const from = performance.now()
  await appendLeaves(campaignId)
  const seconds = (performance.now() - from) / 1000
  return { perSecond: leaves / seconds, seconds }
}

const leastMemory = 'data:text/javascript,process.on("exit",()=>console.log(`peak ${process.resourceUsage().maxRSS}`))'

/** What a stranger waits for, and needs: one file, Node, and the address of the site. */
async function verifiedByAStranger({ origin }: Product): Promise<{ seconds: number; mebibytes: number; said: string }> {
  const from = performance.now()
  const child = spawn(process.execPath, ['--import', leastMemory, 'public/verify-log.mjs', origin, slug])
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await new Promise((resolve) => child.once('close', resolve))
  const peak = Number(/peak (\d+)/.exec(said)?.[1]) / 1024
  return { seconds: (performance.now() - from) / 1000, mebibytes: peak, said }
}

interface Measured extends Appended {
  size: number
  product: Product
  campaignId: number
  proofs: number
  heads: number
}

async function measureReads({ product, campaignId, size, proofs, heads }: Measured) {
  const { database, origin } = product
  const resigned = await timesOf(heads, async () => {
    await database.query('delete from log_head where campaign_id = $1 and size = $2', [campaignId, size])
    await signHead({ id: campaignId, slug }, new Date())
  })
  const inclusion = await timesOf(proofs, () => inclusionOf(campaignId, [randomInt(size), size]))
  const consistency = await timesOf(proofs, () => consistencyOf(campaignId, [1 + randomInt(size), size]))
  const log = `${origin}/api/v1/campaigns/${slug}/log`
  const http = await timesOf(proofs, async () => {
    const answer = await fetch(`${log}/proof?index=${randomInt(size)}&size=${size}`)
    if (answer.status !== 200) throw new Error(`a proof was answered with ${answer.status}`)
    await answer.arrayBuffer()
  })
  return { resigned, inclusion, consistency, http }
}

/** From what the database noted to leaves, tiles and tree, by the product's own command; then proofs at that size, and a stranger. */
export const log: Benchmark = async ({ quick }) => {
  const { leaves, proofs, heads } = quick ? sizes.quick : sizes.full
  const product = await startProduct()
  try {
    process.env.PORT = String(product.port) // the name of the log
    forgetSingleton('config')
    const campaignId = (await shownCampaign(slug))?.id ?? 0
    const before = (await appendAll(campaignId, 0)).seconds
    const sizeOf = async () => {
      const { rows } = await product.database.query<{ size: string; counted: string }>(
        'select size, confirmed - withdrawn - invalidated + restored as counted from log_tree where campaign_id = $1',
        [campaignId],
      )
      return { size: Number(rows[0]?.size), counted: Number(rows[0]?.counted) }
    }
    const present = await sizeOf()
    await noteEvents(product, campaignId, leaves)
    const appended = await appendAll(campaignId, leaves)
    await product.database.query('analyze log_leaf, log_tile')
    const { size, counted } = await sizeOf()
    await signHead({ id: campaignId, slug }, new Date())
    await product.database.query(
      `update tally set n = n + $2 where campaign_id = $1 and dimension = 'all' and day = (select max(day) from tally where campaign_id = $1 and dimension = 'all')`,
      [campaignId, counted - present.counted],
    )
    await notify('count', String(campaignId))
    const read = await measureReads({ ...appended, product, campaignId, size, proofs, heads })
    const stranger = await verifiedByAStranger(product)
    return {
      comparisons: [],
      checked: [
        assertEqual('leaves of the log', size, present.size + leaves),
        assertEqual('the stranger finds that everything holds', Number(stranger.said.includes('everything holds')), 1),
      ],
      beside: [
        `${leaves} leaves appended at ${Math.round(appended.perSecond)}/s (goal ${goals.leavesPerSecond}), ${present.size} of the demonstration before in ${before.toFixed(1)} s`,
        `inclusion proof at ${size} leaves, at the query: ${spread(read.inclusion)} (goal ${goals.proofMilliseconds})`,
        `inclusion proof over HTTP, one after the other: ${spread(read.http)} (goal ${goals.proofMilliseconds})`,
        `consistency proof, at the query: ${spread(read.consistency)}`,
        `root computed and head signed: ${spread(read.resigned)}`,
        `verify-log.mjs from the site: ${stranger.seconds.toFixed(1)} s, ${Math.round(size / stranger.seconds)} entries/s, ${stranger.mebibytes.toFixed(0)} MiB at most`,
      ],
      figures: { appended, size },
    }
  } finally {
    await product.close()
  }
}
