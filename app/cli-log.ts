import type { Command } from 'commander'
import { judge } from './cli-rules.ts'
import { findCampaign, listCampaigns } from './features/campaigns/queries.server.ts'
import type { CampaignSummary } from './features/campaigns/schema.ts'
import { signHeadNow } from './features/proof/commands/sign-head-now.server.ts'
import { headOf } from './features/proof/queries/log.server.ts'
import { verifyLog } from './features/proof/queries/verify-log.server.ts'
import { now } from './infra/clock.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** One campaign, or all. None there: that is said, and the command has failed. */
async function wanted(slug: string | undefined): Promise<CampaignSummary[]> {
  const one = slug === undefined ? null : await findCampaign(slug)
  const campaigns = slug === undefined ? await listCampaigns() : one ? [one] : []
  if (campaigns.length === 0) {
    process.stderr.write(slug === undefined ? 'There is no campaign.\n' : `There is no campaign “${slug}”.\n`)
    process.exitCode = 1
  }
  return campaigns
}

/** A line for each campaign, and one for each thing that is wrong. */
async function verify(slug: string | undefined): Promise<void> {
  for (const campaign of await wanted(slug)) {
    const { size, counted, wrong } = await verifyLog(campaign)
    say(
      `${campaign.slug}: ${size} leaves, ${counted} counted: ${wrong.length === 0 ? 'everything holds' : 'not whole'}`,
    )
    for (const sentence of wrong) say(`  ${sentence}`)
    if (wrong.length > 0) process.exitCode = 1
  }
}

/** Signs the head of each log as it stands and prints it: a signed note each. */
async function head(slug: string | undefined): Promise<void> {
  for (const campaign of await wanted(slug)) {
    await signHeadNow(campaign, now())
    const signed = await headOf(campaign)
    if (signed) process.stdout.write(`${signed.note}\n`)
  }
}

/** The commands about proofs of what was counted. */
export function addLogCommands(program: Command, onDatabase: (work: () => Promise<void>) => Promise<void>): void {
  const log = program.command('log').description('proofs that a count can be checked by')
  log
    .command('head')
    .description('take what waits into the log, sign its head now, and print it as a signed note')
    .argument('[campaign]', 'slug of one campaign; all when absent')
    .action((slug?: string) => onDatabase(() => head(slug)))
  log
    .command('check-vector')
    .description('judge test vectors of RFC 9162 proofs, one JSON file each: “accept” or “refuse” a line')
    .argument('<files...>', 'files as the project transparency-dev/merkle has them')
    .action(judge)

  program
    .command('verify-log')
    .description(
      'compute the public log anew from the database: leaves, proofs, signed heads, and whether it says what the page counts',
    )
    .argument('[campaign]', 'slug of one campaign; all when absent')
    .action((slug?: string) => onDatabase(() => verify(slug)))
}
