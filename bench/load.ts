import type { Benchmark } from './support/benchmark.ts'
import { assertEqual, countRows } from './support/limit-table.ts'
import { memoryOf } from './support/memory.ts'
import { openLoop, type Arrivals, type PhaseResult } from './support/open-loop.ts'
import { firstRealId, startProduct } from './support/product.ts'
import { readRequest, signingRequest } from './support/signing-requests.ts'

const signsPerSecond = 100
const readsPerSecond = 500
const overload = 10
/** Signatures a second that no two processors take in: to see what is told to whom. */
const flood = 10_000

/** Seconds of each part. */
const lengths = { full: [600, 30, 30, 10, 30], quick: [10, 10, 12, 5, 12] } as const

/** The most in each part of a run. */
function memoryByPart(pid: number) {
  const most: number[] = []
  let timer: NodeJS.Timeout | undefined
  const look = (at: number) => (most[at] = Math.max(most[at] ?? 0, Math.round(memoryOf(pid))))
  const onPart = (_: unknown, over: boolean) => {
    clearInterval(timer)
    if (over) return
    const at = most.length
    look(at)
    timer = setInterval(() => look(at), 500)
  }
  return { most, onPart }
}

const whole = (value: number) => Math.round(value).toLocaleString('en')

function phaseText({ name, seconds, flows, troubled }: PhaseResult, megabytes: number): string[] {
  const lines = flows.map((flow) => {
    const others = Object.entries(flow.others).map(([what, count]) => `${what}: ${whole(count)}`)
    return `${flow.name} ${whole(flow.perSecond)}/s: p50 ${flow.p50.toFixed(1)} ms, p99 ${flow.p99.toFixed(1)} ms (from sending ${flow.servedIn.p99.toFixed(1)} ms), slowest ${whole(flow.slowest)} ms; served ${whole(flow.served)} of ${whole(flow.sent)}, told to come back ${whole(flow.shed)}${others.length > 0 ? `, ${others.join(', ')}` : ''}`
  })
  return [
    `${name}, ${seconds} s; memory at most ${whole(megabytes)} MB; seconds with a refusal or an answer over 1 s: ${troubled.length}`,
    ...lines.map((line) => `  ${line}`),
  ]
}

/** Seconds after the crowd left until all is as on an ordinary day. */
const recovery = ({ troubled }: PhaseResult): number => (troubled.at(-1) ?? -1) + 1

const refused = ({ flows }: PhaseResult) => flows.some(({ shed, others }) => shed > 0 || Object.keys(others).length > 0)
const slowest = ({ flows }: PhaseResult) => Math.max(...flows.map(({ p99 }) => p99))
const bar = (says: string, holds: boolean) => `${says}: ${holds ? 'holds' : 'DOES NOT HOLD'}`

/** What is asked of them (row 21 of the bars for security and reliability), each with whether it was so. */
function bars([normal, crowd, after, , afterFlood]: readonly PhaseResult[]): string[] {
  if (!normal || !crowd || !after || !afterFlood) return []
  return [
    bar('normal: p99 under 1 s, nothing refused', slowest(normal) < 1000 && !refused(normal)),
    bar(`${overload} times as much: p99 of what is served under 2 s`, slowest(crowd) < 2000),
    bar('ordinary again within 10 s of the overload', recovery(after) <= 10),
    bar('ordinary again within 10 s of the flood', recovery(afterFlood) <= 10),
  ]
}

/** Signing and reading at a constant rate, ten times as much, more than anyone could serve, and how soon it is over. */
export const load: Benchmark = async ({ quick, profileTo }) => {
  const product = await startProduct({ profileTo })
  try {
    let people = 0
    const signs = (perSecond: number): Arrivals => ({
      name: 'signatures',
      perSecond,
      request: () => signingRequest((people += 1), product.port),
      status: 303,
    })
    const reads = (perSecond: number): Arrivals => ({
      name: 'page reads',
      perSecond,
      request: () => readRequest(product.port),
      status: 200,
    })
    const normal = () => [signs(signsPerSecond), reads(readsPerSecond)]
    const [steady, crowd, after, wave, afterWave] = quick ? lengths.quick : lengths.full
    const parts = [
      { name: 'normal', seconds: steady, flows: normal() },
      {
        name: `${overload} times as much`,
        seconds: crowd,
        flows: [signs(signsPerSecond * overload), reads(readsPerSecond * overload)],
      },
      { name: 'normal again', seconds: after, flows: normal() },
      { name: 'a flood', seconds: wave, flows: [signs(flood), reads(readsPerSecond)] },
      { name: 'normal after the flood', seconds: afterWave, flows: normal() },
    ]
    await openLoop(product.port, [{ name: 'warming up', seconds: 3, flows: normal() }])
    const warm = await countRows(product.database, 'signature where id >= $1', [firstRealId])
    const memory = memoryByPart(product.pid)
    const results = await openLoop(product.port, parts, memory.onPart)
    const phases = results.map((result, at) => ({ ...result, megabytes: memory.most[at] ?? Number.NaN }))
    const served = results
      .flatMap(({ flows }) => flows.filter(({ name }) => name === 'signatures'))
      .reduce((sum, flow) => sum + flow.served, 0)
    const found = await countRows(product.database, 'signature where id >= $1', [firstRealId])
    const [, , again, , afterAll] = phases
    return {
      comparisons: [],
      checked: [assertEqual('signatures in the database', found - warm, served)],
      beside: [
        ...phases.flatMap((phase) => phaseText(phase, phase.megabytes)),
        `ordinary again after: ${again ? recovery(again) : '?'} s (overload), ${afterAll ? recovery(afterAll) : '?'} s (flood)`,
        ...bars(results),
      ],
      figures: { phases },
    }
  } finally {
    await product.close()
  }
}
