import { randomBytes, randomUUID } from 'node:crypto'
import type { Locale } from '#app/i18n/locale.ts'
import { subscriptionPlace } from '#app/features/signatures/places.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { seal } from '#app/infra/vault/seal.server.ts'

interface Given {
  campaignId: number
  email?: string
  name?: string
  locale?: Locale
  state?: 'pending' | 'active' | 'unsubscribed'
  emailIndex?: Buffer
}

export interface MadeSubscription {
  campaignId: number
  id: string
  email: string
}

/** Someone who asked for news and confirmed it. */
export async function aSubscription(given: Given): Promise<MadeSubscription> {
  const { campaignId, locale = 'fr', state = 'active', name = 'Camille Exemple', emailIndex = randomBytes(32) } = given
  const id = randomUUID()
  const email = given.email ?? `lectrice-${id.slice(0, 8)}@example.org`
  const whose = { campaignId, emailIndex }
  await db().subscription.create({
    data: {
      campaignId,
      id,
      emailIndex: new Uint8Array(emailIndex),
      sealedEmail: new Uint8Array(seal(email, subscriptionPlace('sealed_email', whose))),
      sealedName: new Uint8Array(seal(name, subscriptionPlace('sealed_name', whose))),
      locale,
      state,
      createdAt: new Date('2026-01-16T08:00:00Z'),
      askedAt: new Date('2026-01-16T08:00:00Z'),
    },
    select: { id: true },
  })
  return { campaignId, id, email }
}
