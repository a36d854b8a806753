import { beforeEach, expect, test, vi } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { findConfirmable } from '../queries/confirmable.server.ts'
import { signatureForm } from '../schema.ts'
import { confirmSignature } from './confirm-signature.server.ts'
import { signPetition } from './sign-petition.server.ts'

const noon = new Date('2026-02-01T11:00:00Z')
const days = (n: number) => new Date(noon.getTime() + n * 86_400_000)
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign()
})

async function theLink(): Promise<string> {
  await signPetition(
    signatureForm.parse({
      name: 'Camille Exemple',
      email: 'camille@example.org',
      postcode: '31000',
      consent: 'on',
    }),
    { campaign, locale: 'fr', textVersion: 1, now: noon },
  )
  const { id } = await db().signature.findFirstOrThrow({ select: { id: true } })
  return linkToken('confirm', { campaignId: campaign.id, id })
}

test.each(['pending', 'quarantined', 'invalidated'] as const)(
  'the page behind the link of one that is %s says what pressing the button does, for seven days',
  async (state) => {
    const link = await theLink()
    await db().signature.updateMany({ data: { state } })
    expect(await findConfirmable(link, days(6))).toMatchObject({ confirmed: false, name: 'Camille Exemple' })
    expect(await findConfirmable(link, days(8)), 'a day too late').toBeNull()
    expect(await confirmSignature(link, days(8))).toEqual({ outcome: 'link-unknown' })
    expect(await confirmSignature(link, days(6))).toMatchObject({ outcome: 'confirmed' })
    expect(await findConfirmable(link, days(60))).toMatchObject({ confirmed: true })
  },
)

test('whoever pressed twice and reached two processes is told twice that it is confirmed', async () => {
  const link = await theLink()
  const other = await pool().connect()
  try {
    // What another process would be writing at this moment.
    await other.query('begin')
    await other.query(`update signature set state = 'confirmed', confirmed_at = $1`, [noon])
    const second = confirmSignature(link, noon)
    await vi.waitFor(async () => {
      const { rows } = await pool().query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      expect(rows).toHaveLength(1)
    })
    await other.query('commit')
    expect(await second).toEqual({ outcome: 'already-confirmed', campaignId: campaign.id, locale: 'fr' })
  } finally {
    other.release(true)
  }
})

test('a link whose signature its owner took back stays unknown', async () => {
  const link = await theLink()
  await db().signature.updateMany({ data: { state: 'withdrawn', confirmedAt: noon } })
  expect(await confirmSignature(link, noon)).toEqual({ outcome: 'link-unknown' })
})
