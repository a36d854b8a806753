import { randomBytes } from 'node:crypto'
import { db } from '#app/infra/db/prisma.server.ts'
import { aSignature } from './a-signature.ts'
import { aSubscription, type MadeSubscription } from './a-subscription.ts'

export interface Reader {
  department?: string | null
  locale?: 'fr' | 'en'
  confirmedAt?: string
  state?: 'confirmed' | 'withdrawn'
  news?: 'active' | 'pending' | 'unsubscribed'
}

/** Somebody who signed and asked for news of the same campaign. */
export async function aReaderOf(campaignId: number, given: Reader = {}): Promise<MadeSubscription> {
  const {
    department = '31',
    locale = 'fr',
    confirmedAt = '2026-02-01T12:00:00Z',
    state = 'confirmed',
    news = 'active',
  } = given
  const emailIndex = randomBytes(32)
  const id = await aSignature({ campaignId, department, locale, state, confirmedAt: new Date(confirmedAt) })
  await db().signature.update({ where: { campaignId_id: { campaignId, id } }, data: { emailIndex } })
  return aSubscription({ campaignId, locale, state: news, emailIndex })
}
