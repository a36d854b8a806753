import { afterEach, beforeEach, expect, test } from 'vitest'
import { findCampaignById } from '#app/features/campaigns/queries.server.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { unseal } from '#app/infra/vault/seal.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { signaturePlace } from '../../places.ts'
import { signatureForm } from '../../schema.ts'
import { signPetition } from '../sign-petition.server.ts'
import { openSigningThread, type SigningThread } from './thread.server.ts'
import { signatureWriter, writeHere } from './writer.server.ts'

const noon = new Date('2026-02-01T11:00:00Z')
let campaign: CampaignSummary
let thread: SigningThread

beforeEach(async () => {
  campaign = await aCampaign()
  thread = await openSigningThread()
})
afterEach(() => thread.close())

const sign = (given: Record<string, string> = {}) =>
  signPetition(
    signatureForm.parse({
      name: 'Camille Exemple',
      email: 'camille@example.org',
      postcode: '31000',
      consent: 'on',
      ...given,
    }),
    { campaign, locale: 'fr', textVersion: 1, now: noon },
  )

test('what a thread of its own writes is what this one would have written', async () => {
  const people = Array.from({ length: 40 }, (_, n) =>
    sign({ email: `camille-${n}@example.org`, comment: 'Parce que.' }),
  )
  expect(new Set((await Promise.all(people)).map(({ outcome }) => outcome))).toEqual(new Set(['accepted']))
  const signatures = await db().signature.findMany()
  expect(signatures).toHaveLength(40)
  for (const signature of signatures) {
    expect(unseal(signature.sealedName, signaturePlace('sealed_name', signature))).toBe('Camille Exemple')
    expect(signature).toMatchObject({ state: 'pending', department: '31', createdAt: noon })
  }
  expect(await db().delivery.count()).toBe(40)
})

test('a form that cannot be stored is refused alone, and those that came with it are not', async () => {
  await pool().query(`alter table signature add constraint no_gers check (department <> '32')`)
  try {
    const refused = sign({ email: 'gers@example.org', postcode: '32000' })
    const others = Promise.all(Array.from({ length: 7 }, (_, n) => sign({ email: `camille-${n}@example.org` })))
    await expect(refused).rejects.toMatchObject({ code: '23514' })
    await others
    expect(await db().signature.count()).toBe(7)
  } finally {
    await pool().query('alter table signature drop constraint no_gers')
  }
})

test('a closed thread leaves the writing to this one', async () => {
  await thread.close()
  expect(signatureWriter().write).toBe(writeHere)
  expect(await sign()).toEqual({ outcome: 'accepted' })
  expect((await findCampaignById(campaign.id))?.id).toBe(campaign.id)
  expect(await db().signature.count()).toBe(1)
})
