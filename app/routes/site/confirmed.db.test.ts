import { expect, test } from 'vitest'
import { z } from 'zod'
import { turnOffReceipts, turnOnReceipts } from '#app/features/proof/commands/run-log.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { loader } from './confirmed.tsx'

const now = new Date('2026-02-01T11:00:00Z')
const page = z.object({ data: z.object({ receipts: z.boolean() }), init: z.object({ headers: z.unknown() }) })

test('the page after confirming promises a receipt only while the campaign sends them, and is kept for everybody', async () => {
  const campaign = await aCampaign()
  const running = { actor: await anActor('owner'), campaign }
  const context = { nonce: '', now, network: null, shared: false, throttled: false, session: null }
  const request = new Request(`http://localhost/fr/${campaign.slug}/confirmed`)
  const opened = async () =>
    page.parse(await loader({ request, params: { locale: 'fr', campaign: campaign.slug }, context }))
  expect((await opened()).data.receipts).toBe(true)
  await turnOffReceipts(running, now)
  expect((await opened()).data.receipts).toBe(false)
  await turnOnReceipts(running, now)
  const again = await opened()
  expect(again.data.receipts).toBe(true)
  expect(JSON.stringify(again.init.headers)).toContain('public')
})
