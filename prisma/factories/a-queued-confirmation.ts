import { randomBytes, randomUUID } from 'node:crypto'
import type { Locale } from '#app/i18n/locale.ts'
import { signaturePlace } from '#app/features/signatures/places.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { seal } from '#app/infra/vault/seal.server.ts'

interface Given {
  campaignId: number
  locale?: Locale
  state?: 'pending' | 'confirmed' | 'quarantined' | 'invalidated'
  confirmedAt?: Date | null
  kind?: 'confirmation' | 'already_signed' | 'reminder'
  emailIndex?: Buffer
  email?: string
  householdRank?: number
  textVersion?: number
}

const noon = new Date('2026-01-20T12:00:00Z')
/** As hostile as a name can be that came in by another door than our form. */
const name = 'Dominique, "Exemple"\r\nBcc: x@example.org'

/** A signature with the mail that its signing queued. */
export async function aQueuedConfirmation(given: Given): Promise<{ id: string; deliveryId: string; email: string }> {
  const { campaignId, locale = 'fr', state = 'pending', kind = 'confirmation', emailIndex = randomBytes(32) } = given
  const confirmedAt = given.confirmedAt === undefined && state === 'confirmed' ? noon : (given.confirmedAt ?? null)
  const id = randomUUID()
  const deliveryId = randomUUID()
  const whose = { campaignId, emailIndex }
  const email = given.email ?? `signataire-${id.slice(0, 8)}@example.org`
  await db().signature.create({
    data: {
      campaignId,
      id,
      emailIndex: new Uint8Array(emailIndex),
      sealedEmail: new Uint8Array(seal(email, signaturePlace('sealed_email', whose))),
      sealedName: new Uint8Array(seal(name, signaturePlace('sealed_name', whose))),
      country: 'FR',
      locale,
      textVersion: given.textVersion ?? 1,
      showName: false,
      state,
      householdRank: given.householdRank ?? 0,
      mailedAt: noon,
      createdAt: noon,
      confirmedAt,
    },
    select: { id: true },
  })
  await db().delivery.create({
    data: { campaignId, id: deliveryId, kind, subjectId: id, lane: kind === 'reminder' ? 2 : 0, dueAt: noon },
    select: { id: true },
  })
  return { id, deliveryId, email }
}
