import { createWriteStream } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { InvalidArgumentError, Option, type Command } from 'commander'
import { findCampaign } from './features/campaigns/queries.server.ts'
import { writeAtConsole } from './features/exports/commands/write-at-console.server.ts'
import { manifestText } from './features/exports/packed.server.ts'
import {
  ageRecipient,
  exportFormats,
  exportKinds,
  fewestPassphraseCharacters,
  type ExportFormat,
  type ExportKind,
} from './features/exports/schema.ts'
import { findByEmail } from './features/staff/queries/team.server.ts'
import { now } from './infra/clock.ts'
import type { AgeReader } from './infra/files/age.server.ts'
import { readAddress } from './infra/mail/address.ts'

/** It cannot be done, and why. */
class Refused extends Error {}

interface Options {
  campaign: string
  format: ExportFormat
  out?: string
  people?: boolean
  reason?: string
  approveAs?: string
  passphraseFile?: string
  recipient?: string
}

function address(typed: string): string {
  const read = readAddress(typed)
  if (!read) throw new InvalidArgumentError('It must be one e-mail address, for example name@example.org.')
  return read.toLowerCase()
}

function recipient(typed: string): string {
  if (!ageRecipient.test(typed)) throw new InvalidArgumentError('It must be a public age key, which begins with age1.')
  return typed
}

async function readerOf({ passphraseFile, recipient: key }: Options): Promise<AgeReader | null> {
  if (key !== undefined) return { recipient: key }
  if (passphraseFile === undefined) return null
  const text = await readFile(passphraseFile, 'utf8').catch(() => {
    throw new Refused(`${passphraseFile} cannot be read.`)
  })
  const passphrase = text.split(/\r?\n/)[0] ?? ''
  if ([...passphrase].length < fewestPassphraseCharacters)
    throw new Refused(`The passphrase must have at least ${fewestPassphraseCharacters} characters, on the first line.`)
  return { passphrase }
}

async function peopleOf({ people, reason = '', approveAs }: Options) {
  if (!people) return null
  if (approveAs === undefined)
    throw new Refused('A file with names and addresses takes the yes of somebody of the team (--approve-as).')
  if (reason.trim().length < 10) throw new Refused('Say in a few words why the file is needed (--reason).')
  const approver = await findByEmail(approveAs)
  if (!approver) throw new Refused('Nobody of the team has that address.')
  return { approver, reason: reason.trim().slice(0, 500) }
}

/** Beside its place first: a file of that name is a whole one. For its owner alone. */
async function toFile(place: string, file: AsyncGenerator<Buffer>): Promise<void> {
  const part = `${place}.part`
  await rm(part, { force: true })
  try {
    await pipeline(file, createWriteStream(part, { mode: 0o600, flags: 'wx' }))
    await rename(part, place)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

const toStandardOutput = (file: AsyncGenerator<Buffer>) => pipeline(Readable.from(file), process.stdout, { end: false })

const refusals = {
  'not-allowed': 'Who agrees must be somebody who may send mailings.',
  'must-encrypt': 'A file with names and addresses is encrypted: --passphrase-file or --recipient.',
  'bad-recipient': 'This is not a public age key.',
} as const

async function make(kind: ExportKind, options: Options): Promise<void> {
  const { format, out } = options
  if (options.people && kind !== 'signers') throw new Refused('Only signers come with names and addresses.')
  const campaign = await findCampaign(options.campaign)
  if (!campaign) throw new Refused(`There is no campaign “${options.campaign}”.`)
  const asked = { campaign, kind, format, people: await peopleOf(options), reader: await readerOf(options) }
  const write = out === undefined ? toStandardOutput : (file: AsyncGenerator<Buffer>) => toFile(out, file)
  const made = await writeAtConsole(asked, write, now())
  if (made.outcome !== 'made') throw new Refused(refusals[made.outcome])
  const { manifest } = made
  const { rows, file } = manifest
  if (out !== undefined) {
    const beside = { ...manifest, file: { ...file, name: basename(out) } }
    await writeFile(`${out}.manifest.json`, manifestText(beside), { mode: 0o600 })
  }
  process.stderr.write(`${rows} rows, ${file.bytes} bytes, SHA-256 ${file.sha256}\n`)
}

/** `| head -1` has read what it wanted: the rest is written to nobody. */
const isUnheard = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EPIPE'

async function orSay(work: Promise<void>): Promise<void> {
  try {
    await work
  } catch (error) {
    process.exitCode = 1
    if (error instanceof Refused) process.stderr.write(`${error.message}\n`)
    else if (!isUnheard(error)) throw error
  }
}

const kinds: Record<ExportKind, string> = {
  signers: 'signatures, one a row: state, day, place, language, version of the text, consents by purpose',
  testimonies: 'published testimonies, with the uses that their authors agree to',
  deliveries: 'letters of the mailings, one a row: what became of it',
  moderation: 'sums of the moderation by week',
  organisations: 'organisations, apart from people',
  paper: 'batches of paper signatures, apart from people',
}

/** The commands that write files for the team. */
export function addExportCommands(program: Command, onDatabase: (work: () => Promise<void>) => Promise<void>): void {
  const all = program.command('export').description('files for the team, to the standard output or a file')
  for (const kind of exportKinds) {
    const command = all
      .command(kind)
      .description(kinds[kind])
      .requiredOption('--campaign <slug>', 'of which campaign')
      .addOption(new Option('--format <format>', 'of the file').choices(exportFormats).default('csv'))
      .option('--out <file>', 'into this file, with a manifest beside it (FILE.manifest.json)')
      .option('--passphrase-file <file>', 'encrypt (age) with the passphrase on its first line')
      .addOption(
        new Option('--recipient <key>', 'encrypt for this public age key')
          .argParser(recipient)
          .conflicts('passphraseFile'),
      )
    if (kind === 'signers')
      command
        .option('--people', 'with names, addresses and comments, as far as consent goes: encrypted, and agreed to')
        .option('--reason <text>', 'why, for the audit trail')
        .option('--approve-as <address>', 'who of the team agreed', address)
    command.action((options: Options) => onDatabase(() => orSay(make(kind, options))))
  }
}
