import { createReadStream } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { InvalidArgumentError, Option, type Command } from 'commander'
import { findCampaign, listCampaigns } from './features/campaigns/queries.server.ts'
import { mapImport, reread } from './features/imports/commands/map-import.server.ts'
import { runImport } from './features/imports/commands/run-import.server.ts'
import { agreeToImport, resumeImport, startImport } from './features/imports/commands/steer-import.server.ts'
import { takeFile } from './features/imports/commands/take-file.server.ts'
import { findImport, listRefusals, type ShownImport } from './features/imports/queries/imports.server.ts'
import { findBeginning } from './features/imports/queries/read-file.server.ts'
import { encodings } from './features/imports/rules/encoding.ts'
import { plainHeader, recognise } from './features/imports/rules/formats.ts'
import { separatorNames } from './features/imports/rules/separator.ts'
import { dayOrders, fields, importKinds, mappingForm, readingForm, type Field } from './features/imports/schema.ts'
import { may, type Actor } from './features/staff/policy.ts'
import { findByEmail } from './features/staff/queries/team.server.ts'
import { locales } from './i18n/locale.ts'
import { isMessageKey, translator } from './i18n/t.ts'
import { now } from './infra/clock.ts'

const failed = 1
const wrongUsage = 2

function refuse(why: string, code = failed): void {
  process.stderr.write(`${why}\n`)
  process.exitCode = code
}

interface Options {
  campaign?: string
  kind?: string
  map?: { title: string; field: Field | '' }[]
  locale: string
  dayOrder: string
  source?: string
  consent?: string
  consentWhere?: string
  consentWhen?: string
  consentPurpose?: string
  mayWrite?: boolean
  confirmedElsewhere?: boolean
  encoding?: string
  separator?: string
  header: boolean
  as?: string
  approveAs?: string
  dryRun?: boolean
}

const isField = (text: string): text is Field => fields.some((field) => field === text)

function oneMap(typed: string, before: Options['map'] = []): NonNullable<Options['map']> {
  const at = typed.lastIndexOf('=')
  const [title, field] = [typed.slice(0, at), typed.slice(at + 1)]
  if (at < 1 || (field !== '' && !isField(field)))
    throw new InvalidArgumentError(
      `It must be Title=field, or Title= to leave a column out. Fields: ${fields.join(', ')}.`,
    )
  return [...before, { title, field }]
}

async function member(email: string): Promise<Actor | null> {
  const found = await findByEmail(email)
  return found && may(found, 'campaign') ? { ...found, locale: 'en' } : null
}

/** What the file and the options say together, as the page would have it; `null` when something is wrong, and was said. */
async function mappingOf(shown: ShownImport, options: Options) {
  const { header } = await findBeginning(shown.id, shown)
  const guess = recognise(header)
  const mapping = header.map((title, at) => {
    const said = options.map?.findLast(
      (one) => plainHeader(one.title) === plainHeader(title) || one.title === String(at + 1),
    )
    return said ? said.field : (guess.mapping[at] ?? '')
  })
  const campaigns = await listCampaigns()
  const only = campaigns.length === 1 ? campaigns[0] : undefined
  const campaign = options.campaign === undefined ? only : await findCampaign(options.campaign)
  if (!campaign)
    return refuse(
      options.campaign === undefined
        ? 'Say which campaign: --campaign.'
        : `There is no campaign “${options.campaign}”.`,
      wrongUsage,
    )
  const kind = options.kind ?? guess.kind
  const consent = options.consent ?? ''
  const source = options.source ?? guess.tool
  const form = mappingForm.safeParse({
    intent: 'map',
    kind,
    campaignId: String(campaign.id),
    locale: options.locale,
    dayOrder: options.dayOrder,
    source,
    consentWords: consent,
    consentWhere: options.consentWhere ?? (source || consent),
    consentWhen: options.consentWhen ?? consent,
    consentPurpose: options.consentPurpose ?? consent,
    ...(options.mayWrite ? { mayWrite: 'on' } : {}),
    ...(options.confirmedElsewhere ? { confirmedElsewhere: 'on' } : {}),
    mapping: mapping.slice(0, 100),
  })
  if (form.success) return form.data
  const t = translator('en')
  const lines = form.error.issues.map(
    ({ path, message }) => `${path.join('.')}: ${isMessageKey(message) ? t(message) : message}`,
  )
  return refuse(
    [...new Set(lines), 'See “portevoix import --help”: --source, --consent, --map.'].join('\n'),
    wrongUsage,
  )
}

/** Takes an import as far as it goes. A running server may be at it too: whoever has it, this waits for the end. */
async function toItsEnd(id: number): Promise<ShownImport | null> {
  for (;;) {
    await runImport(id, { now: now() })
    const shown = await findImport(id, null)
    if (!shown || shown.paused || (shown.state !== 'checking' && shown.state !== 'running')) return shown
    await pause(200)
  }
}

async function report(shown: ShownImport | null, more: object = {}): Promise<void> {
  if (!shown) return refuse('The import is gone.')
  const { id, state, paused, kind, total, position, fresh, known, refused, sha256, fault, faultLine } = shown
  const counts = { total: total ?? position, fresh, known, refused }
  const broken = fault === null ? {} : { fault, line: faultLine }
  const refusals = await listRefusals(id)
  process.stdout.write(
    `${JSON.stringify({ id, state, paused, kind, ...counts, sha256, ...broken, ...more, refusals })}\n`,
  )
  if (fault !== null) refuse(`Line ${faultLine ?? '?'}: the file cannot be read on.`)
}

/** Maps and checks a file that nothing was done with yet. @returns whether it went well */
async function check(id: number, options: Options, actor: Actor | null): Promise<ShownImport | null> {
  const fresh = await findImport(id, null)
  if (!fresh) return null
  const reading = readingForm.safeParse({
    intent: 'reread',
    encoding: options.encoding ?? fresh.encoding,
    separator: options.separator ?? fresh.separator,
    hasHeader: options.header && fresh.hasHeader ? 'on' : undefined,
  })
  if (!reading.success) return null
  await reread({ actor, id, now: now() }, reading.data)
  const shown = await findImport(id, null)
  const mapping = shown && (await mappingOf(shown, options))
  if (!mapping) return null
  await mapImport({ actor, id, now: now() }, mapping)
  return toItsEnd(id)
}

async function start(id: number, options: Options, actor: Actor | null): Promise<boolean> {
  const second = options.approveAs === undefined ? null : await member(options.approveAs)
  if (options.approveAs !== undefined && !second)
    return refuse('Nobody of the team who may bring in files has that address.') ?? false
  if (second) await agreeToImport({ actor: second, id, now: now() })
  const { outcome } = await startImport({ actor, id, now: now() })
  if (outcome === 'needs-second') refuse('A second person of the team has to agree (--approve-as).')
  else if (outcome === 'needs-name') refuse('Each batch of paper names who entered it (--as).', wrongUsage)
  else if (outcome === 'not-one-hand') refuse('Paper is started by who brought and described it (--as).', wrongUsage)
  else if (outcome !== 'done') refuse('It cannot be started.')
  return outcome === 'done'
}

async function bringIn(file: string, options: Options): Promise<void> {
  const actor = options.as === undefined ? null : await member(options.as)
  if (options.as !== undefined && !actor) return refuse('Nobody of the team who may bring in files has that address.')
  const stream = createReadStream(file)
  const taken = await takeFile({ actor, file: stream, now: now() }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('E')) return null
    throw error
  })
  if (taken === null) return refuse(`${file}: cannot be read.`)
  if (taken.outcome === 'empty' || taken.outcome === 'too-large')
    return refuse(`${file}: ${taken.outcome === 'empty' ? 'empty' : 'larger than 50 MB: cut it in two'}.`)
  const { id } = taken
  const before = await findImport(id, null)
  if (before?.state === 'running') {
    if (options.dryRun) return report(before, { resumed: false })
    if (before.paused) await resumeImport({ actor, id, now: now() })
    return report(await toItsEnd(id), { resumed: true })
  }
  const checked = await check(id, options, actor)
  if (!checked || checked.state !== 'checked' || options.dryRun) return checked ? report(checked) : undefined
  if (await start(id, options, actor)) await report(await toItsEnd(id))
}

const choice = (flags: string, text: string, choices: readonly string[]) => new Option(flags, text).choices(choices)

/** Brings in a file of another tool. Run again after a break, it goes on where it was. */
export function addImport(program: Command, onDatabase: (work: () => Promise<void>) => Promise<void>): void {
  program
    .command('import')
    .description(
      'bring in signatures, readers, blocks or paper from a CSV file of another tool; again: goes on after a break',
    )
    .argument('<file>', 'as the tool wrote it, at most 50 MB')
    .option('--campaign <slug>', 'to which campaign; when there is one only, to that')
    .addOption(choice('--kind <kind>', 'what it holds; proposed from its header', importKinds))
    .option(
      '--map <title=field>',
      'what a column holds, by its title or number; Title= leaves it out; again for each',
      oneMap,
    )
    .addOption(choice('--locale <locale>', 'language of who names none', locales).default('fr'))
    .addOption(choice('--day-order <order>', '31/01/2026 is dmy', dayOrders).default('dmy'))
    .option('--source <name>', 'where people agreed, as they know it: “Change.org”')
    .option('--consent <words>', 'what they agreed to, word for word; asked for with people')
    .option('--consent-where <text>', 'where they saw it (the source)')
    .option('--consent-when <text>', 'when (the words)')
    .option('--consent-purpose <text>', 'for what (the words)')
    .option('--may-write', 'they agreed to be written to about this campaign')
    .option('--confirmed-elsewhere', 'readers: each confirmed by mail there; takes --approve-as')
    .addOption(choice('--encoding <name>', 'when it is recognised wrongly', encodings))
    .addOption(choice('--separator <name>', 'when it is recognised wrongly', separatorNames))
    .option('--no-header', 'the first line is a row')
    .option('--as <address>', 'who of the team brings it in; paper asks for it')
    .option('--approve-as <address>', 'the second person of the team, who has looked at it')
    .option('--dry-run', 'check every row and bring nothing in')
    .action((file: string, options: Options) => onDatabase(() => bringIn(file, options)))
}
