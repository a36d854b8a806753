import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCommandLine, type CommandLine } from '#prisma/factories/a-command-line.ts'
import { aDeliveryWorker, until } from '#prisma/factories/a-delivery-worker.ts'
import { aMailing } from '#prisma/factories/a-mailing.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { isSent } from '#prisma/factories/a-started-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import type { CampaignSummary } from './features/campaigns/schema.ts'
import { findMailing } from './features/mailings/queries.server.ts'
import { addStaff } from './features/staff/commands/add-staff.server.ts'
import { db } from './infra/db/prisma.server.ts'

const second = 'seconde@example.org'

let folder: string
let server: MailServer
let campaign: CampaignSummary
let line: CommandLine

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'portevoix-cli-'))
  ;({ server, campaign } = await aMailedCampaign())
  // From the first reader on a second person is asked.
  line = aCommandLine({ DATA_DIR: folder, MAILING_SECOND_APPROVAL: '0' })
})
afterEach(async () => {
  await endMailing(server)
  rmSync(folder, { recursive: true })
})

const text = (subject: string, body: string) => ({ subject, body })
const letters = () => ({
  campaign: campaign.slug,
  fr: text('Une réponse', 'Bonjour.\n\n[Lire](https://example.org/lire)'),
  en: text('An answer', 'Hello.\n\n[Read](https://example.org/read)'),
})

function file(name: string, content: unknown): string {
  const written = path.join(folder, name)
  writeFileSync(written, typeof content === 'string' ? content : JSON.stringify(content))
  return written
}

test('a mailing is written, agreed to, sent and told of from the command line', async () => {
  const french = await aSubscription({ campaignId: campaign.id, locale: 'fr' })
  await aSubscription({ campaignId: campaign.id, locale: 'en' })
  await addStaff({ actor: null, email: second, role: 'campaigner', keyring: null }, new Date())
  const written = file('letter.json', { ...letters(), audience: { languages: ['fr'] } })
  const created = await line.run(['mailing', 'create', written])
  expect(created).toMatchObject({ status: 0, stderr: '' })
  expect(created.stdout).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\n$/)
  const id = created.stdout.trim()

  const alone = await line.run(['mailing', 'send', id])
  expect(alone).toEqual({
    status: 1,
    stdout: '',
    stderr: '1 people would get it: a second person of the team has to agree (--approve-as).\n',
  })
  expect((await findMailing(id))?.state).toBe('draft')

  const sent = await line.run(['mailing', 'send', id, '--approve-as', second.toUpperCase()])
  expect(sent).toMatchObject({ status: 0, stdout: '{"state":"sending","total":1}\n' })
  aDeliveryWorker()
  await until(isSent(id))
  expect(server.received.flatMap(({ receivers }) => receivers)).toEqual([french.email])
  const [status, again] = await Promise.all([
    line.run(['mailing', 'status', id]),
    line.run(['mailing', 'send', id, '--approve-as', second]),
  ])
  const told = { state: 'sent', total: 1, sent: 1, deferred: 0, failed: 0, unknown: 0 }
  expect(JSON.parse(status.stdout)).toMatchObject(told)
  expect(again).toMatchObject({ status: 1, stdout: '', stderr: 'There is no such draft.\n' })
}, 180_000)

test('a file that is wrong is refused with each place and reason, and nothing is written', async () => {
  const wrong = {
    ...letters(),
    fr: text('x'.repeat(200), 'Bonjour.'),
    audience: { departments: ['99'] },
    from: 'me@example.org',
  }
  const [syntax, fields] = await Promise.all([
    line.run(['mailing', 'create', file('syntax.json', '{"campaign":')]),
    line.run(['mailing', 'create', file('fields.json', wrong)]),
  ])
  expect([syntax, fields].map(({ status, stdout }) => [status, stdout])).toEqual(Array(2).fill([1, '']))
  expect(syntax.stderr).toBe(`${folder}/syntax.json: not JSON.\n`)
  const places = fields.stderr.trim().split('\n')
  expect(places).toHaveLength(3)
  for (const place of ['fr.subject', 'audience.departments.0', 'the file'])
    expect(places.filter((said) => said.startsWith(`${folder}/fields.json: ${place}: `))).toHaveLength(1)
  expect(fields.stderr, 'reasons are words').not.toContain('mailings.')
  expect(await db().mailing.count()).toBe(0)
}, 180_000)

test('a draft with a fault does not begin, each fault is named, and a wrong id is a wrong use', async () => {
  await aSubscription({ campaignId: campaign.id })
  const { fr } = letters()
  const { id } = await aMailing({ campaignId: campaign.id, texts: { fr, en: text('An answer', '') } })
  const [faults, wrong] = await Promise.all([line.run(['mailing', 'send', id]), line.run(['mailing', 'status', '7'])])
  expect(faults).toMatchObject({ status: 1, stdout: '' })
  expect(faults.stderr).toMatch(/^en, body: \S.*\n$/)
  expect(wrong.status).toBe(2)
  expect(wrong.stderr).toContain('It must be the id that “mailing create” printed.')
}, 180_000)
