import { expect, test } from 'vitest'
import { addStaff } from '#app/features/staff/commands/add-staff.server.ts'
import { enterWithLink } from '#app/features/staff/commands/sessions.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { action } from './webhooks.tsx'

const now = new Date('2026-02-05T12:00:00Z')

async function sent(typed: Record<string, string>) {
  const { token } = await addStaff({ actor: null, email: 'owner@example.org', role: 'owner', keyring: null }, now)
  const entered = await enterWithLink(token, now)
  if (entered.outcome !== 'entered') throw new Error(entered.outcome)
  const body = new URLSearchParams({ intent: 'add', ...typed })
  return action({
    request: new Request('http://localhost/admin/settings/webhooks', { method: 'POST', body }),
    context: { nonce: '', now, network: null, session: entered.session, shared: false, throttled: false },
    params: {},
  })
}

test('all that is wrong with a webhook is said at once: no event, an address in clear, no campaign', async () => {
  const { data } = await sent({ url: 'http://tool.example.org/in', campaign: '' })
  expect(data).toMatchObject({
    errors: {
      url: 'partners.webhooks.errors.notHttps',
      campaign: 'partners.webhooks.errors.campaign',
      events: 'partners.webhooks.errors.events',
    },
  })
})

test('an address that is missing is asked for', async () => {
  const { id } = await aCampaign()
  const { data } = await sent({ url: ' ', campaign: String(id) })
  expect(data).toMatchObject({ errors: { url: 'partners.webhooks.errors.url' } })
})

test('an address that is right is not spoken of', async () => {
  const { id } = await aCampaign()
  const { data } = await sent({ url: ' https://tool.example.org/in ', campaign: String(id) })
  expect(data).toMatchObject({ errors: { events: 'partners.webhooks.errors.events' } })
  expect(data).not.toHaveProperty('errors.url')
  expect(await db().webhook.count()).toBe(0)
})
