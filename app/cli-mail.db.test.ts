import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aCommandLine, type CommandLine } from '#prisma/factories/a-command-line.ts'
import { aStartedMailing } from '#prisma/factories/a-started-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { about, reader, report } from '#prisma/factories/bounces/shapes.ts'
import { personalAddress, whoseIn } from './features/signatures/whose.server.ts'
import { db } from './infra/db/prisma.server.ts'
import { returnAddress } from './infra/vault/return-address.server.ts'

const base = 'b@retours.example.net'

let folder: string
let line: CommandLine
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'portevoix-cli-'))
  line = aCommandLine({ DATA_DIR: folder, BOUNCE_ADDRESS: base })
})
afterEach(() => rmSync(folder, { recursive: true }))

const bounced = (address: string) =>
  report({ status: about({ status: '5.1.1', to: reader }) }).replaceAll('b+kq2x.7f@retours.example.net', address)

const stateOf = async (id: string) =>
  (await db().subscription.findFirstOrThrow({ where: { id }, select: { state: true } })).state

test('a message that came back is piped in and ends the news of its reader, once', async () => {
  const { id: campaignId } = await aCampaign()
  const { id } = await aSubscription({ email: reader, ...whoseIn(campaignId, personalAddress(reader)) })
  const mailingId = await aStartedMailing(campaignId)
  const letter = await db().delivery.update({
    where: { mailingId_subjectId: { mailingId, subjectId: id } },
    data: { state: 'handed_over', endedAt: new Date() },
    select: { id: true },
  })
  const address = returnAddress({ campaignId, id: letter.id }, base)
  const message = bounced(address)
  const taken = await line.run(['bounce'], message)
  expect(taken).toEqual({ status: 0, stdout: '{"outcome":"noted","kind":"hard"}\n', stderr: '' })
  expect(await stateOf(id)).toBe('bounced')
  const again = await line.run(['bounce'], message)
  expect(again, 'no reason to send it back').toEqual({ status: 0, stdout: '{"outcome":"seen-before"}\n', stderr: '' })
}, 180_000)

test('a list of who left is counted, then taken, from the command line', async () => {
  const { id: campaignId } = await aCampaign()
  const email = 'camille@example.org'
  const { id } = await aSubscription({ email, ...whoseIn(campaignId, personalAddress(email)) })
  const list = `Email;Name\r\n${email};Camille\r\nnoor@example.org;Noor\r\n`
  const counted = await line.run(['suppressions', 'import', '--dry-run'], list)
  expect(counted).toMatchObject({ status: 0, stdout: 'would be left alone: 2 mailboxes; already: 0\n', stderr: '' })
  expect(await stateOf(id)).toBe('active')
  const taken = await line.run(['suppressions', 'import'], `${list}nobody\r\n`)
  expect(taken).toMatchObject({ status: 1, stdout: 'left alone from now on: 2 mailboxes; already: 0\n' })
  expect(taken.stderr).toBe('Neither an address nor a hash of ours, lines: 4\n')
  expect(await stateOf(id)).toBe('unsubscribed')
}, 180_000)
