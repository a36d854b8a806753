import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import type { Chaos } from './chaos/chaos.ts'
import { deliver } from './chaos/deliver.ts'
import { killPostgres } from './chaos/kill-postgres.ts'
import { killWeb } from './chaos/kill-web.ts'
import { log } from './chaos/log.ts'
import { names } from './chaos/names.ts'
import { scanners } from './chaos/scanners.ts'
import { steer } from './chaos/steer.ts'

const tests: Record<string, Chaos> = {
  'kill-web': killWeb,
  'kill-postgres': killPostgres,
  scanners,
  deliver,
  steer,
  names,
  log,
}

const usage = `npm run chaos -- [name…] [--seed N] [--quick] [--recipients N]

  kill-web       a storm of signatures; the web process is killed five times: nothing that was acknowledged is lost,
                 every signature has one confirmation mail, the tallies equal a recount
  kill-postgres  the same, and the database is killed three times: ready again within ten seconds
  scanners       a thousand confirmation mails, whose links are fetched and opened in a browser as mail scanners do: nobody
                 is confirmed, no row changes; then some people confirm in each way, once

  deliver        a mailing to 100,000 in each of its two modes; twenty workers are killed, two are stopped for longer than their
                 leases last, the database is killed once: nobody is skipped, nobody gets it twice unless the mailing says so,
                 every doubtful receiver is listed, orphaned letters go on within a minute (some minutes)
  steer          a mailing to 20,000, fifty times paused, resumed, sent at another pace or by a new worker: its receivers are
                 its audience without those who left, once each
  names          100,000 letters to hostile names, read again by another parser
  log            10,000 changes of the public log in its database: each is found by whoever downloads it (about a minute)

  All when none is named. Each makes a product of its own and takes it away.
  --seed   repeats a run: the moments of the kills, who is scanned how. Printed by each run
  --quick  a smaller storm, fewer mails
  --recipients  so many get the mailing of deliver and steer, letters of names

  Exit codes: 0 all is well, 1 something is not, 2 called wrongly.`

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        seed: { type: 'string', default: String(randomInt(1, 2 ** 31)) },
        quick: { type: 'boolean', default: false },
        recipients: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch {
    return null
  }
}

const given = readArguments()
const unknown = given?.positionals.filter((name) => !Object.hasOwn(tests, name)) ?? []
const seed = Number(given?.values.seed)
if (!given || given.values.help || unknown.length > 0 || !Number.isInteger(seed)) {
  if (unknown.length > 0) console.error(`Unknown: ${unknown.join(', ')}\n`)
  console.log(usage)
  process.exit(given?.values.help ? 0 : 2)
}

const recipients = given.values.recipients === undefined ? undefined : Number(given.values.recipients)
let failed = 0
for (const [name, test] of Object.entries(tests)) {
  if (given.positionals.length > 0 && !given.positionals.includes(name)) continue
  console.log(`${name}, seed ${seed}`)
  const startedAt = Date.now()
  const say = (line: string) => console.log(`  ${line}`)
  const wrongs = await test({ seed, quick: given.values.quick, recipients, say }).catch((error: unknown) => [
    String(error),
  ])
  for (const wrong of wrongs) console.log(`  WRONG: ${wrong}`)
  console.log(
    `  ${wrongs.length === 0 ? 'all is well' : 'failed'}, ${((Date.now() - startedAt) / 1000).toFixed(0)} s\n`,
  )
  failed += Number(wrongs.length > 0)
}
process.exit(failed > 0 ? 1 : 0)
