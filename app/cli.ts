import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { clearDemonstration, seedCampaign } from '#prisma/seed.ts'
import { deadlineCommand } from './cli-deadline.ts'
import { addDoctor } from './cli-doctor.ts'
import { addExportCommands } from './cli-export.ts'
import { addImport } from './cli-import.ts'
import { addLogCommands } from './cli-log.ts'
import { addMailCommands } from './cli-mail.ts'
import { addMailingCommands } from './cli-mailing.ts'
import { addPackCommands } from './cli-pack.ts'
import { addRules } from './cli-rules.ts'
import { findCampaign, listCampaigns } from './features/campaigns/queries.server.ts'
import { unlockSending } from './features/mailings/commands/unlock-sending.server.ts'
import { lookAtPlace } from './features/mailings/jobs/place.server.ts'
import { countDue, runRetention } from './features/privacy/commands/run-retention.server.ts'
import { swept, type Swept } from './features/privacy/schema.ts'
import { recount } from './features/signatures/commands/recount.server.ts'
import { addStaff } from './features/staff/commands/add-staff.server.ts'
import { keyringOfThisMachine } from './features/staff/queries/team-key.server.ts'
import { may, staffRoles, type StaffRole } from './features/staff/policy.ts'
import { now } from './infra/clock.ts'
import { config, ConfigError } from './infra/config.server.ts'
import { openDatabase } from '#prisma/open-database.ts'
import { readAddress } from './infra/mail/address.ts'

/** Exit codes: done, it failed, it was called wrongly. */
const failed = 1
const wrongUsage = 2

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** Something the person at the command line can put right. */
class Refused extends Error {
  override name = 'Refused'
}

/** Runs on the database of the running instance, or starts the embedded one for the time of the command. */
async function onDatabase(work: () => Promise<void>): Promise<void> {
  const database = await openDatabase()
  try {
    await work()
  } finally {
    await database.close()
  }
}

function address(typed: string): string {
  const read = readAddress(typed)
  if (!read) throw new InvalidArgumentError('It must be one e-mail address, for example name@example.org.')
  return read.toLowerCase()
}

/** THE SIDE DOOR: every command of the person in charge, in one table. */
function commands(): Command {
  const program = new Command('portevoix')
    .description('Operations on a Portevoix instance, running or stopped.')
    .showHelpAfterError('(portevoix --help lists the commands)')
    .exitOverride()

  program
    .command('migrate')
    .description('bring the database to the schema of this version')
    .action(() => onDatabase(async () => say('The database has the schema of this version.')))

  program
    .command('seed')
    .description('open the campaign “score”')
    .addOption(
      new Option('--demo', 'with invented signatures and testimonies, marked on every page').conflicts('clearDemo'),
    )
    .option('--clear-demo', 'take every invented row away and the marking with it')
    .action(({ demo = false, clearDemo = false }: { demo?: boolean; clearDemo?: boolean }) =>
      onDatabase(() => (clearDemo ? clear() : seed(demo))),
    )

  const staff = program.command('staff').description('the people of the team')
  staff
    .command('add')
    .description('bring someone into the team and print their one-time sign-in link')
    .requiredOption('--email <address>', 'their address', address)
    .addOption(new Option('--role <role>', 'what they may do').choices(staffRoles).makeOptionMandatory())
    .action(({ email, role }: { email: string; role: StaffRole }) => onDatabase(() => add(email, role)))

  program
    .command('sending')
    .description('where mail may be sent from')
    .command('unlock')
    .description('let this instance send, after its database was restored, moved or copied')
    .action(() => onDatabase(unlock))

  program
    .command('recount')
    .description('count the confirmed signatures anew and repair the tallies')
    .argument('[campaign]', 'slug of one campaign; all when absent')
    .action((slug?: string) => onDatabase(() => recountOf(slug)))

  program
    .command('retention')
    .description('take away what nobody needs any more, as every night does, and say how much')
    .option('--dry-run', 'say what would go, and let everything stand')
    .action(({ dryRun = false }: { dryRun?: boolean }) => onDatabase(() => retention(dryRun)))

  addRules(program)
  program.addCommand(deadlineCommand())
  addLogCommands(program, onDatabase)
  addMailCommands(program, onDatabase)
  addMailingCommands(program, onDatabase)
  addPackCommands(program)
  addDoctor(program, onDatabase)
  addExportCommands(program, onDatabase)
  addImport(program, onDatabase)
  return program
}

async function seed(demonstration: boolean): Promise<void> {
  const { outcome, slug } = await seedCampaign({ demonstration }, now())
  say(
    outcome === 'seeded'
      ? `The campaign “${slug}” is open: ${config().appUrl}/fr/${slug}`
      : `The campaign “${slug}” was there already; nothing was changed.`,
  )
}

async function clear(): Promise<void> {
  await clearDemonstration(now())
  say('The demonstration data is gone.')
}

async function add(email: string, role: StaffRole): Promise<void> {
  const added = await addStaff({ actor: null, email, role, keyring: keyringOfThisMachine() }, now())
  say(`${config().appUrl}/admin/enter/${added.token}`)
  process.stderr.write(
    added.outcome === 'already-there'
      ? `They are in the team already, as ${added.role}. The link works once, for 24 hours; earlier ones no longer do.\n`
      : `Added as ${added.role}. The link works once, for 24 hours.\n`,
  )
  if (may(added, 'moderate') && !added.opens)
    process.stderr.write(
      'Who enters with it cannot open testimonies: the private key of the team is neither in PORTEVOIX_TEAM_KEY nor in the data directory of this machine.\n',
    )
}

async function unlock(): Promise<void> {
  await lookAtPlace()
  const places = await unlockSending(null, now())
  say(places > 0 ? 'Mail is sent from here from now on.' : 'Nothing was locked.')
}

const kindsOfGone = {
  closed: 'testimonies refused or taken off the site: everything, with their key',
  originals: 'published testimonies: what was deposited, with its attachments',
  words: 'messages and notes of published testimonies',
  drafts: 'texts written for testimonies that were refused',
  cases: 'decided cases: what was asked and by whom',
  questions: 'answered questions of visitors, with their key',
} as const satisfies Record<Swept, string>

async function retention(dryRun: boolean): Promise<void> {
  const { terms, gone } = dryRun ? await countDue(now()) : await runRetention({ now: now(), byHand: true })
  say(
    `Terms: originals ${terms.original} months after the decision, unused texts ${terms.draft} days, cases ${terms.case} months.`,
  )
  for (const kind of swept) say(`${dryRun ? 'would go' : 'gone'}: ${gone[kind]} ${kindsOfGone[kind]}`)
}

async function recountOf(slug: string | undefined): Promise<void> {
  const one = slug === undefined ? null : await findCampaign(slug)
  if (slug !== undefined && !one) throw new Refused(`There is no campaign “${slug}”.`)
  for (const campaign of one ? [one] : await listCampaigns()) {
    const { before, after, cells } = await recount(campaign.id, now())
    say(`${campaign.slug}: ${after}${cells === 0 ? '' : ` (the tallies said ${before}; cells repaired: ${cells})`}`)
  }
}

try {
  await commands().parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : wrongUsage
  else {
    const known = error instanceof Refused || error instanceof ConfigError
    process.stderr.write(
      `${error instanceof Error && known ? error.message : `It failed: ${error instanceof Error ? error.message : String(error)}`}\n`,
    )
    process.exitCode = failed
  }
}
