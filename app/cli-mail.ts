import type { Command } from 'commander'
import { longestMessage, pipedIn, sayBounce } from './cli-rules.ts'
import { countImport, importSuppressions } from './features/mailings/commands/import-suppressions.server.ts'
import { takeBounce } from './features/mailings/commands/take-bounce.server.ts'
import { exportSuppressions } from './features/mailings/queries/suppressions.server.ts'
import { now } from './infra/clock.ts'

const longestList = 256 * 1024 * 1024

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Exit 0 also when there is nothing to do: a mail server that pipes messages in would send back what it cannot hand over. */
async function takePipedBounce(): Promise<void> {
  say(JSON.stringify(await takeBounce(await pipedIn(longestMessage), now())))
}

async function takeList(dryRun: boolean): Promise<void> {
  const text = (await pipedIn(longestList)).toString('utf8')
  const { fresh, known, wrong } = dryRun
    ? await countImport(text)
    : await importSuppressions({ actor: null, text, now: now() })
  say(`${dryRun ? 'would be left alone' : 'left alone from now on'}: ${fresh} mailboxes; already: ${known}`)
  if (wrong.length === 0) return
  process.stderr.write(`Neither an address nor a hash of ours, lines: ${wrong.join(', ')}\n`)
  process.exitCode = 1
}

/** The commands about what comes back and who is left alone. */
export function addMailCommands(program: Command, onDatabase: (work: () => Promise<void>) => Promise<void>): void {
  program
    .command('bounce')
    .description('take a message that came back: one message in, one line of JSON out')
    .option('--dry-run', 'only say what it means, without a database')
    .action(({ dryRun = false }: { dryRun?: boolean }) => (dryRun ? sayBounce() : onDatabase(takePipedBounce)))

  const list = program.command('suppressions').description('mailboxes that get no news, kept as keyed hashes')
  list
    .command('import')
    .description(
      'leave everyone on a list alone: addresses, or hashes of ours, one a line or in the first column of a CSV',
    )
    .option('--dry-run', 'count, and let everything stand')
    .action(({ dryRun = false }: { dryRun?: boolean }) => onDatabase(() => takeList(dryRun)))
  list
    .command('export')
    .description('every hash with its reason and day, as CSV: of use only with the same PORTEVOIX_INDEX_KEY')
    .action(() =>
      onDatabase(async () => {
        for await (const line of exportSuppressions()) process.stdout.write(line)
      }),
    )
}
