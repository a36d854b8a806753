import { expect, test } from 'vitest'
import { pool } from '#app/infra/db/pool.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import { confirmTarget } from './commands/confirm-signature.server.ts'
import { disownSignature } from './commands/disown-signature.server.ts'
import { countByState } from './queries.server.ts'

const now = new Date('2026-02-01T12:00:00Z')

test('what counts is read from the tallies, what waits from the rows, the rest from the ledger', async () => {
  const { id: campaignId } = await aCampaign()
  const { id: other } = await aCampaign({ slug: 'other' })
  await aSignature({ campaignId: other })
  for (let n = 0; n < 3; n += 1) await aSignature({ campaignId })
  const [stays, leaves] = [await aSignature({ campaignId }), await aSignature({ campaignId })]
  for (const id of [stays, leaves]) await confirmTarget({ campaignId, id }, now)
  await disownSignature(linkToken('not-me', { campaignId, id: leaves }), now)
  await pool().query(
    `insert into ledger_entry (campaign_id, day, event, rule, signatures, counted, held, invalidated)
     values ($1, '2026-02-01', 'held', 'mixed', 7, 0, 7, 0), ($1, '2026-02-01', 'invalidated', 'rule', 2, 0, -2, 2)`,
    [campaignId],
  )
  expect(await countByState(campaignId)).toEqual({
    states: { confirmed: 1, pending: 3, quarantined: 5, invalidated: 2, withdrawn: 1 },
    estimated: false,
  })
})

test('of very many signatures only some pages are looked at, and who waits is an estimate that stays the same', async () => {
  const { id: campaignId } = await aCampaign()
  await pool().query(
    `insert into signature (campaign_id, id, email_index, sealed_email, sealed_name, country, locale, text_version, show_name, state, mailed_at, created_at)
     select $1, gen_random_uuid(), sha256(n::text::bytea), '', '', 'FR', 'fr', 1, false, (case n % 4 when 0 then 'pending' else 'confirmed' end)::signature_state, $2, $2
     from generate_series(1, 20000) n`,
    [campaignId, now],
  )
  const counted = await countByState(campaignId, 100)
  expect(counted.estimated).toBe(true)
  expect(counted.states.pending).toBeGreaterThan(3500)
  expect(counted.states.pending).toBeLessThan(6500)
  expect(await countByState(campaignId, 100)).toEqual(counted)
  expect((await countByState(campaignId)).states.pending).toBe(5000)
})
