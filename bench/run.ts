import { parseArgs } from 'node:util'
import { confirm } from './confirm.ts'
import { count } from './count.ts'
import { deliver } from './deliver.ts'
import { load } from './load.ts'
import { log } from './log.ts'
import { even } from './even.ts'
import { fraud } from './fraud.ts'
import { exporting } from './export.ts'
import { guard } from './guard.ts'
import { gallery } from './gallery.ts'
import { invalidate } from './invalidate.ts'
import { numbers } from './numbers.ts'
import { page } from './page.ts'
import { sign } from './sign.ts'
import type { Benchmark } from './support/benchmark.ts'
import type { Pace } from './support/compare.ts'
import { describeMachine, keepResult, reportText } from './support/report.ts'

const benchmarks: Record<string, Benchmark> = {
  sign,
  confirm,
  page,
  count,
  load,
  even,
  fraud,
  guard,
  invalidate,
  gallery,
  deliver,
  numbers,
  log,
  export: exporting,
}
/** They take minutes: by name only. */
const onlyByName = new Set(['load', 'fraud', 'invalidate', 'gallery', 'deliver', 'numbers', 'log', 'export'])
const paces = { full: { seconds: 5, pairs: 5 }, quick: { seconds: 1, pairs: 2 } } satisfies Record<string, Pace>

const usage = `npm run bench -- [name…] [--quick] [--present N] [--profile FOLDER]

  names      ${Object.keys(benchmarks).join(', ')}; ${[...onlyByName].join(', ')} only by name
  --quick    slices of ${paces.quick.seconds} s, ${paces.quick.pairs} pairs: shows that it works, its figures are not kept
  --present  so many signatures are in the table before (10000000 takes some minutes to make); for deliver: so many readers
  --seed     what chance makes of a simulation; another at each run when absent
  --profile  the server leaves a processor profile there; its figures are not kept`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    present: { type: 'string', default: '0' },
    profile: { type: 'string' },
    seed: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
const unknown = positionals.filter((name) => !Object.hasOwn(benchmarks, name))
if (values.help || unknown.length > 0) {
  if (unknown.length > 0) console.error(`Unknown: ${unknown.join(', ')}\n`)
  console.log(usage)
  process.exit(unknown.length > 0 ? 1 : 0)
}

const pace = values.quick ? paces.quick : paces.full
const present = Number(values.present)
const machine = describeMachine()
console.log(
  `${machine.processors}, ${machine.memoryGib} GiB, Node ${machine.node}, ${machine.fileSystem}, fdatasync ${machine.fdatasyncMicroseconds} µs, load before ${machine.loadBefore.toFixed(1)}`,
)
console.log(
  `A: the limit. B: Portevoix. Slices of ${pace.seconds} s in turn, ${pace.pairs} pairs, after one of each to warm up.\n`,
)

const wanted = positionals.length > 0 ? positionals : Object.keys(benchmarks).filter((name) => !onlyByName.has(name))
for (const [name, benchmark] of Object.entries(benchmarks)) {
  if (!wanted.includes(name)) continue
  const measuredOn = new Date()
  const result = await benchmark({
    pace,
    quick: values.quick,
    profileTo: values.profile,
    present,
    seed: values.seed === undefined ? undefined : Number(values.seed),
  })
  console.log(reportText(result))
  if (values.quick || values.profile) continue
  console.log(
    `  kept in ${keepResult(present > 0 ? `${name}-${present}` : name, { command: `npm run bench -- ${name}${present > 0 ? ` --present ${present}` : ''}`, measuredOn, machine, ...result })}\n`,
  )
}
