import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { until } from '#prisma/factories/a-delivery-worker.ts'
import { signatureForm } from '../../schema.ts'
import { signPetition } from '../sign-petition.server.ts'
import { rowOf } from './row.server.ts'
import { signStatement } from './statement.server.ts'
import { takenOf } from './taken.server.ts'

const noon = new Date('2026-02-01T11:00:00Z')
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign()
})

const form = (given: Record<string, string>) =>
  signatureForm.parse({ email: 'foyer@example.org', postcode: '31000', consent: 'on', ...given })
const signing = () => ({ campaign, locale: 'fr' as const, textVersion: 1, now: noon })
const sign = (given: Record<string, string>) => signPetition(form(given), signing())

const waitsForLock = async () => {
  const { rows } = await pool().query(
    `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows.length > 0
}

/** Somebody else's statement holds a place that it has not committed yet, while `act` begins. */
async function whileAnotherWrites(first: Record<string, string>, act: () => Promise<unknown>): Promise<void> {
  const other = await pool().connect()
  try {
    await other.query('begin')
    await other.query(signStatement([rowOf(takenOf(form(first), signing()))]))
    const acting = act()
    await until(waitsForLock)
    await other.query('commit')
    await acting
  } finally {
    other.release()
  }
}

test('a second person of a household who meets the first in another group is taken in', async () => {
  await whileAnotherWrites({ name: 'Zoë Lefèvre' }, () => sign({ name: 'Noah Lefèvre' }))
  expect(await db().signature.findMany({ select: { householdRank: true } })).toHaveLength(2)
  expect(await db().delivery.count()).toBe(2)
})

test('a correction that meets the form it corrects is the one that counts', async () => {
  await whileAnotherWrites({ name: 'Zoë Lefèvre' }, () => sign({ name: 'Zoë Lefèvre', postcode: '13001' }))
  expect(await db().signature.findMany()).toMatchObject([{ department: '13', mails: 2 }])
})

test('whoever signs while their old signature is deleted has a new one', async () => {
  await sign({ name: 'Zoë Lefèvre' })
  const other = await pool().connect()
  await other.query('begin')
  await other.query('delete from signature')
  const acting = sign({ name: 'Zoë Lefèvre', postcode: '13001' })
  await until(waitsForLock)
  await other.query('commit')
  other.release()
  await acting
  expect(await db().signature.findMany()).toMatchObject([{ department: '13', mails: 1 }])
})

test('two forms of a machine for one address at one instant are one line of the ledger', async () => {
  const email = 'deux@mailinator.com'
  await Promise.all([sign({ email, name: 'Xkqzvbn 4821' }), sign({ email, name: 'Wvbnkq 1734', postcode: '75011' })])
  await sign({ email, name: 'Zrtplk 9182', postcode: '13001' })
  expect(await db().signature.count({ where: { state: 'quarantined' } })).toBe(1)
  expect(await db().ledgerEntry.findMany()).toMatchObject([{ event: 'held', held: 1 }])
})

test('a group that is written once more after an error writes to nobody twice', async () => {
  await pool().query(`alter table signature add constraint no_gers check (department <> '32' or household_rank = 0)`)
  try {
    const forms = [
      sign({ name: 'Zoë Lefèvre' }),
      sign({ email: 'seule@example.org', name: 'Camille Exemple' }),
      sign({ email: 'gers@example.org', name: 'Anaïs Duval', postcode: '32000' }),
      sign({ email: 'gers@example.org', name: 'Hugo Duval', postcode: '32000' }),
    ]
    expect((await Promise.allSettled(forms)).map(({ status }) => status).toSorted()).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
    ])
    expect(await db().signature.findMany({ select: { mails: true } })).toEqual([
      { mails: 1 },
      { mails: 1 },
      { mails: 1 },
    ])
    expect(await db().delivery.count()).toBe(3)
  } finally {
    await pool().query('alter table signature drop constraint no_gers')
  }
})
