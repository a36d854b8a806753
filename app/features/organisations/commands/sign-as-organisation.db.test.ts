import { expect, test, vi } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { anOrganisationForm, anOrganisationSigns, aPendingOrganisation } from '#prisma/factories/an-organisation.ts'
import { findConfirmableOrganisation } from '../queries.server.ts'
import { confirmOrganisation } from './confirm-organisation.server.ts'

const noon = new Date('2026-02-01T12:00:00Z')
const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000)
const logo = { bytes: Uint8Array.from([1, 2, 3]), hash: 'ab'.repeat(32), width: 40, height: 20 }

const sign = (campaign: CampaignSummary, form = anOrganisationForm(), now = noon) =>
  anOrganisationSigns({ campaign, form, now })

test('until it is confirmed the last form counts, under the same link; afterwards a form is one of its own', async () => {
  const campaign = await aCampaign()
  const { id, form, token } = await aPendingOrganisation({ campaign, logo })
  await sign(campaign, { ...form, name: form.name.toUpperCase(), scope: 'Autre champ' }, later(1))
  expect(await db().organisation.count()).toBe(1)
  expect(await findConfirmableOrganisation(token, later(1))).toMatchObject({ id, scope: 'Autre champ', logo: null })
  await confirmOrganisation(token, later(1))
  await sign(campaign, form, later(2))
  expect(await db().organisation.count()).toBe(2)
})

test('a form that meets the confirmation of the one before replaces nothing that was confirmed', async () => {
  const campaign = await aCampaign()
  const { id, form } = await aPendingOrganisation({ campaign })
  const confirming = await pool().connect()
  try {
    await confirming.query('begin')
    await confirming.query(`update organisation set state = 'confirmed', confirmed_at = $1`, [later(1)])
    const second = sign(campaign, { ...form, scope: 'Autre champ' }, later(1))
    await vi.waitFor(async () => {
      const { rows } = await pool().query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      expect(rows).toHaveLength(1)
    })
    await confirming.query('commit')
    await second
  } finally {
    confirming.release(true)
  }
  const rows = await db().organisation.findMany({
    orderBy: { id: 'asc' },
    select: { id: true, state: true, scope: true },
  })
  expect(rows).toMatchObject([
    { id, state: 'confirmed', scope: form.scope },
    { state: 'pending', scope: 'Autre champ' },
  ])
  expect((await db().delivery.findMany({ orderBy: { id: 'asc' } })).map(({ subjectId }) => subjectId)).toEqual(
    rows.map((row) => row.id),
  )
})

test('one address gets five mails at most, a minute apart, whatever it signs for', async () => {
  const campaign = await aCampaign()
  const email = 'contact@example.org'
  for (let at = 0; at < 8; at += 1)
    expect(await sign(campaign, anOrganisationForm({ email: at % 2 ? email : email.toUpperCase() }))).toEqual({
      outcome: 'accepted',
    })
  expect(await db().organisation.count()).toBe(5)
  const mails = await db().delivery.findMany({ orderBy: { dueAt: 'asc' }, select: { kind: true, dueAt: true } })
  expect(mails).toHaveLength(5)
  expect(mails[0]).toEqual({ kind: 'organisation', dueAt: noon })
  for (const { dueAt } of mails.slice(1)) expect(dueAt.getTime()).toBeGreaterThanOrEqual(noon.getTime() + 60_000)
})

/** How far the log of the database has come, in bytes. */
async function logEnd(): Promise<bigint> {
  const { rows } = await pool().query<{ at: string }>(`select pg_current_wal_insert_lsn() - '0/0' as at`)
  return BigInt(rows[0]?.at ?? '')
}

test('a form for an address that has had its mails leaves the disk something to wait for, like any other', async () => {
  const campaign = await aCampaign()
  const email = 'contact@example.org'
  for (let at = 0; at < 5; at += 1) await sign(campaign, anOrganisationForm({ email }))
  // Twenty times, for the log is everyone's: another writer may come between once, not each time.
  for (let time = 0; time < 20; time += 1) {
    const before = await logEnd()
    await sign(campaign, anOrganisationForm({ email }))
    expect(await logEnd()).toBeGreaterThan(before)
  }
  expect(await db().delivery.count()).toBe(5)
})

test('however an address is spelled, its mailbox gets five mails', async () => {
  const campaign = await aCampaign()
  for (let at = 0; at < 12; at += 1) await sign(campaign, anOrganisationForm({ email: `Contact+${at}@example.org` }))
  expect(await db().organisation.count()).toBe(5)
  expect(await db().delivery.count()).toBe(5)
})

test('twenty forms at once for one organisation are one', async () => {
  const campaign = await aCampaign()
  const form = anOrganisationForm()
  await Promise.all(Array.from({ length: 20 }, () => sign(campaign, form)))
  expect(await db().organisation.count()).toBe(1)
  expect(await db().delivery.count()).toBe(5)
})

test('a closed campaign takes no organisation', async () => {
  const campaign = await aCampaign({ state: 'closed' })
  expect(await sign(campaign)).toEqual({ outcome: 'campaign-closed' })
  expect(await db().organisation.count()).toBe(0)
})
