import { readFile } from 'node:fs/promises'
import { InvalidArgumentError, type Command } from 'commander'
import { findCampaign } from './features/campaigns/queries.server.ts'
import { approveMailing } from './features/mailings/commands/approve-mailing.server.ts'
import { startMailing } from './features/mailings/commands/start-mailing.server.ts'
import { writeMailing } from './features/mailings/commands/write-mailing.server.ts'
import { mailingFile } from './features/mailings/forms.server.ts'
import { namesKnownUpdate } from './features/mailings/queries/audience.server.ts'
import { findMailing, progress } from './features/mailings/queries.server.ts'
import type { Finding } from './features/mailings/rules/checks/finding.ts'
import { may } from './features/staff/policy.ts'
import { findByEmail } from './features/staff/queries/team.server.ts'
import { isMessageKey, translator } from './i18n/t.ts'
import { now } from './infra/clock.ts'
import { readAddress } from './infra/mail/address.ts'

const say = (line: string) => void process.stdout.write(`${line}\n`)

/** It cannot be done, and why. */
function refuse(why: string): void {
  process.stderr.write(`${why}\n`)
  process.exitCode = 1
}

function mailingId(typed: string): string {
  if (!/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(typed))
    throw new InvalidArgumentError('It must be the id that “mailing create” printed.')
  return typed
}

function address(typed: string): string {
  const read = readAddress(typed)
  if (!read) throw new InvalidArgumentError('It must be one e-mail address, for example name@example.org.')
  return read.toLowerCase()
}

async function jsonIn(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    refuse(`${file}: ${error instanceof SyntaxError ? 'not JSON' : 'cannot be read'}.`)
    return null
  }
}

async function create(file: string): Promise<void> {
  const json = await jsonIn(file)
  if (json === null) return
  const read = mailingFile.safeParse(json)
  const t = translator('en')
  if (!read.success)
    return refuse(
      read.error.issues
        .map(
          ({ path, message }) =>
            `${file}: ${path.join('.') || 'the file'}: ${isMessageKey(message) ? t(message) : message}`,
        )
        .join('\n'),
    )
  const campaign = await findCampaign(read.data.campaign)
  if (!campaign) return refuse(`There is no campaign “${read.data.campaign}”.`)
  const { fr, en, audience } = read.data
  const texts = { fr, en }
  if (audience && !(await namesKnownUpdate(audience, campaign.id)))
    return refuse(`${file}: audience: no mailing of that campaign that has begun has that id.`)
  const { id } = await writeMailing({ actor: null, campaignId: campaign.id, texts, now: now(), audience })
  say(id)
  if (fr.body === '' || en.body === '') process.stderr.write(`${t('mailings.cli.incomplete')}\n`)
}

const place = ({ locale, field, line, written }: Finding): string =>
  [locale, field, ...(line === null ? [] : [`line ${line}`]), ...(written === '' ? [] : [written])].join(', ')

/** Whether the draft is approved now, or nobody was asked to. */
async function approved(id: string, email: string | undefined): Promise<boolean> {
  if (email === undefined) return true
  const member = await findByEmail(email)
  if (!member || !may(member, 'mail')) {
    refuse('Nobody of the team who may send mailings has that address.')
    return false
  }
  const { outcome } = await approveMailing({ actor: member, id, read: null, atConsole: true, now: now() })
  if (outcome === 'own') refuse('Whoever wrote, last changed or proposed a mailing cannot be its second person.')
  if (outcome === 'no-longer-a-draft') refuse('There is no such draft.')
  return outcome === 'approved'
}

async function send(id: string, approveAs: string | undefined): Promise<void> {
  if (!(await findMailing(id))) return refuse('There is no such mailing.')
  if (!(await approved(id, approveAs))) return
  const sent = await startMailing({ actor: null, id, now: now(), whole: true })
  const t = translator('en')
  switch (sent.outcome) {
    case 'started':
      return say(JSON.stringify({ state: 'sending', total: sent.total }))
    case 'no-longer-a-draft':
      return refuse('There is no such draft: it has begun already, or was dropped.')
    case 'needs-approval':
      return refuse(
        sent.together > sent.total
          ? `With what was begun here within a week, ${sent.together} people would get a letter: a second person of the team has to agree (--approve-as).`
          : `${sent.total} people would get it: a second person of the team has to agree (--approve-as).`,
      )
    case 'faults':
      return refuse(sent.findings.map((one) => `${place(one)}: ${t(`mailings.checks.codes.${one.code}`)}`).join('\n'))
  }
}

async function status(id: string): Promise<void> {
  const mailing = await findMailing(id)
  if (!mailing) return refuse('There is no such mailing.')
  say(JSON.stringify({ state: mailing.state, ...(await progress(id)) }))
}

/** The commands that write and send a mailing, under the same checks as the pages. */
export function addMailingCommands(program: Command, onDatabase: (work: () => Promise<void>) => Promise<void>): void {
  const mailing = program.command('mailing').description('an update to those who asked for news')
  mailing
    .command('create')
    .description('write a draft and print its id')
    .argument('<file>', 'JSON: {"campaign":"score","fr":{"subject":"…","body":"Markdown"},"en":{…}}')
    .action((file: string) => onDatabase(() => create(file)))
  mailing
    .command('send')
    .description('check a draft and begin to send it')
    .argument('<id>', 'as “create” printed it', mailingId)
    .option('--approve-as <address>', 'the second person of the team, who has read it', address)
    .action((id: string, { approveAs }: { approveAs?: string }) => onDatabase(() => send(id, approveAs)))
  mailing
    .command('status')
    .description('how far it is, as one line of JSON')
    .argument('<id>', 'as “create” printed it', mailingId)
    .action((id: string) => onDatabase(() => status(id)))
}
