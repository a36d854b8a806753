import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { decideOnOrganisation } from '#app/features/organisations/commands/decide-on-organisation.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aDeliveryWorker, until } from '#prisma/factories/a-delivery-worker.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { aConfirmedOrganisation, aPendingOrganisation } from '#prisma/factories/an-organisation.ts'

const noon = new Date('2026-02-01T12:00:00Z')
let server: MailServer
let campaign: CampaignSummary

beforeEach(async () => {
  ;({ server, campaign } = await aMailedCampaign())
})
afterEach(() => endMailing(server))

const settled = async () => (await db().delivery.count({ where: { endedAt: null } })) === 0
/** What was queued before is not what these tests are about. */
const forgetQueued = () => db().delivery.deleteMany()

test('a representative is asked to confirm, at their address, with the link of their organisation', async () => {
  const { form, token } = await aPendingOrganisation({ campaign })
  aDeliveryWorker()
  await until(() => server.received.length === 1)
  const [mail] = server.received
  expect(mail?.receivers).toEqual([form.email])
  expect(mail?.email.text).toContain(`/fr/confirm-organisation/${token}`)
  expect(mail?.email.html).toContain(`/fr/confirm-organisation/${token}`)
  expect(mail?.email.text, 'anybody could have typed the name').not.toContain(form.name)
  expect(mail?.raw).toContain('Auto-Submitted: auto-generated')
})

test('whoever confirmed meanwhile is not asked again', async () => {
  await aConfirmedOrganisation({ campaign })
  aDeliveryWorker()
  await until(settled)
  expect(server.received).toEqual([])
  expect((await db().delivery.findFirstOrThrow()).state).toBe('suppressed')
})

test('a representative is told of a yes, and of a no with its reason in the language of the form', async () => {
  const actor = await anActor('owner')
  const shown = await aConfirmedOrganisation({ campaign })
  const refused = await aConfirmedOrganisation({ campaign })
  await forgetQueued()
  await decideOnOrganisation(actor, { id: shown.id, move: 'approve', revision: 1 }, noon)
  await decideOnOrganisation(actor, { id: refused.id, move: 'refuse', revision: 1, reason: 'noMandate' }, noon)
  aDeliveryWorker()
  await until(() => server.received.length === 2)
  const textTo = (email: string) => server.received.find((mail) => mail.receivers[0] === email)?.email.text ?? ''
  expect(textTo(shown.form.email)).toContain(`/fr/${campaign.slug}/organisations`)
  expect(textTo(refused.form.email).replace(/\s+/g, ' ')).toContain('la personne ne peut pas engager l’organisation')
  expect(textTo(shown.form.email)).not.toContain('confirm-organisation')
})

test('a refusal that was taken back before it was sent is not sent', async () => {
  const actor = await anActor('owner')
  const { id } = await aConfirmedOrganisation({ campaign })
  await forgetQueued()
  await decideOnOrganisation(actor, { id, move: 'refuse', revision: 1, reason: 'unknown' }, noon)
  await decideOnOrganisation(actor, { id, move: 'reconsider', revision: 2 }, noon)
  aDeliveryWorker()
  await until(settled)
  expect(server.received).toEqual([])
})
