import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { answerConsent } from '#app/features/mailings/commands/answer-consent.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aDeliveryWorker, until } from '#prisma/factories/a-delivery-worker.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { aDoneImport, importedAt } from '#prisma/factories/an-import.ts'
import { askPeople } from './commands/ask-people.server.ts'
import { beginWave } from './commands/steer-wave.server.ts'
import type { ImportKind } from './schema.ts'

let server: MailServer
let campaign: CampaignSummary
beforeEach(async () => {
  ;({ server, campaign } = await aMailedCampaign())
})
afterEach(() => endMailing(server))

async function asked(kind: ImportKind): Promise<void> {
  const camille = await anActor('campaigner')
  const given = { campaignId: campaign.id, kind, mapping: ['email', 'name'], mayWrite: true }
  const id = await aDoneImport('email,name\nzoe@example.org,Zoé Exemple\n', given, camille)
  await beginWave({ actor: camille, id, now: importedAt }, 60)
  expect(await askPeople(id, 10, new Date())).toBe(1)
}
const hasEnded = async () => (await db().delivery.count({ where: { state: { in: ['queued', 'claimed'] } } })) === 0

test('the letter to who signed elsewhere names where, and confirms like any other', async () => {
  await asked('signatures')
  aDeliveryWorker()
  await until(() => server.received.length === 1)
  const text = server.received[0]?.email.text ?? ''
  expect(text).toContain('Vous avez signé sur Change.org')
  expect(text.match(/\/fr\/confirm\/[\w-]+/g)).toHaveLength(1)
})

test('who wanted news elsewhere is asked by a letter of its own, and says yes or no', async () => {
  await asked('subscribers')
  aDeliveryWorker()
  await until(() => server.received.length === 1)
  const letter = server.received[0]?.email
  expect(letter?.text).toContain('Sur Change.org, vous avez demandé des nouvelles')
  expect(letter?.headers.some(({ key }) => key === 'list-unsubscribe')).toBe(true)
  const token = /\/fr\/still\/([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? ''
  expect(await answerConsent(token, 'yes', new Date())).toEqual({ outcome: 'begun' })
  expect(await answerConsent(token, 'yes', new Date())).toEqual({ outcome: 'begun' })
  expect(await db().subscription.findFirst({ select: { state: true } })).toEqual({ state: 'active' })
  expect(await answerConsent('nothing', 'yes', new Date())).toEqual({ outcome: 'link-unknown' })
})

test('nothing is sent for an import that was taken out while its letter waited', async () => {
  await asked('signatures')
  await db().importedPerson.deleteMany()
  aDeliveryWorker()
  await until(hasEnded)
  expect(server.received).toEqual([])
  expect(await db().delivery.findFirst({ select: { state: true } })).toEqual({ state: 'suppressed' })
})
