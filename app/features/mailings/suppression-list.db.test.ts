import { beforeEach, expect, test } from 'vitest'
import { mailboxIndex } from '#app/features/signatures/mailbox.server.ts'
import { personalAddress, whoseIn } from '#app/features/signatures/whose.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aStartedMailing, deliveryStates } from '#prisma/factories/a-started-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { countImport, importSuppressions } from './commands/import-suppressions.server.ts'
import { exportSuppressions } from './queries/suppressions.server.ts'
import { readSuppressionList } from './rules/suppression-list.ts'

const now = new Date('2026-01-20T12:00:00Z')
const email = 'camille@example.org'
const list = `\uFEFFEmail;Name\r\nCamille@Example.org;Camille\r\n"noor@example.org";x\r\n\r\nNoor <NOOR@example.org>\r\nnobody\r\n`

let campaignId: number
beforeEach(async () => {
  campaignId = (await aCampaign()).id
})

const rows = async () => (await db().suppression.findMany({ select: { reason: true } })).map(({ reason }) => reason)
const exported = async () => {
  const lines: string[] = []
  for await (const line of exportSuppressions()) lines.push(line)
  return lines.join('')
}

test('a list is counted before anything changes, each mailbox once, and wrong lines are named', async () => {
  expect(await countImport(list)).toEqual({ fresh: 2, known: 0, wrong: [6] })
  expect(await rows()).toEqual([])
})

test('who is on the list gets nothing more, nor what was waiting; others do', async () => {
  const gone = await aSubscription({ email, ...whoseIn(campaignId, personalAddress(email)) })
  await aSubscription({ campaignId })
  const mailing = await aStartedMailing(campaignId)
  const importing = { actor: await anActor('campaigner'), text: list, now }
  expect(await importSuppressions(importing)).toMatchObject({ fresh: 2, known: 0 })
  expect(await importSuppressions(importing)).toMatchObject({ fresh: 0, known: 2 })
  expect(await rows()).toEqual(['imported', 'imported'])
  expect(await deliveryStates(mailing)).toEqual(['queued', 'suppressed'])
  expect(await db().subscription.count({ where: { id: gone.id, state: 'unsubscribed' } })).toBe(1)
  const { rows: kept } = await pool().query<{ text: string }>(
    `select coalesce(string_agg(t::text, ' '), '') as text from (select to_jsonb(s) as t from suppression s union all select to_jsonb(a) from audit_entry a) both_of_them`,
  )
  expect(kept[0]?.text, 'nothing in clear').not.toMatch(/camille|noor|example/i)
})

test('what was exported comes back with its reasons, and the stronger one stays', async () => {
  await pool().query(`insert into suppression values ($1, 'not-me', $3), ($2, 'complained', $3)`, [
    mailboxIndex('a@example.org'),
    mailboxIndex(email),
    now,
  ])
  const file = await exported()
  expect(file).toMatch(/^mailbox,reason,since\r\n(?:[\da-f]{64},(?:not-me|complained),2026-01-20\r\n){2}$/)
  await pool().query('delete from suppression')
  await importSuppressions({ actor: null, text: file, now })
  expect((await rows()).toSorted()).toEqual(['complained', 'not-me'])
  expect(await exported()).toBe(file)
  await importSuppressions({ actor: null, text: email, now })
  expect((await rows()).toSorted()).toEqual(['complained', 'not-me'])
})

test.each([
  ['a@example.org\nb@example.org', 2],
  ['e-mail,state\na@example.org,unsubscribed', 1],
  ['adresse\ta\r\na@example.org\tx', 1],
  ['   \n\n', 0],
  [`${'0'.repeat(64)},bounced,2026-01-01`, 1],
])('%j holds %i', (text, n) => {
  expect(readSuppressionList(text)).toMatchObject({ listed: { length: n }, wrong: [] })
})
