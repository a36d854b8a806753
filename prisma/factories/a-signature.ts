import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { signaturePlace } from '#app/features/signatures/places.ts'
import { domainIndex } from '#app/features/signatures/indexes.server.ts'
import type { SignatureState } from '#app/features/signatures/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { seal } from '#app/infra/vault/seal.server.ts'

interface GivenSignature {
  campaignId: number
  state?: SignatureState
  name?: string
  domain?: string
  network?: Buffer | null
  department?: string | null
  country?: string
  locale?: 'fr' | 'en'
  signals?: number
  createdAt?: Date
  confirmedAt?: Date | null
  heldSince?: Date | null
}

const start = new Date('2026-02-01T11:00:00Z')

/** A signature as it lies in the database, not counted anywhere. @returns its id */
export async function aSignature(given: GivenSignature): Promise<string> {
  const { campaignId, state = 'pending', name = 'Camille Exemple', domain = 'example.org', createdAt = start } = given
  const emailIndex = randomBytes(32)
  const id = uuidv7({ msecs: createdAt.getTime() })
  const sealed = (column: 'sealed_email' | 'sealed_name', text: string) =>
    seal(text, signaturePlace(column, { campaignId, emailIndex }))
  await db().signature.create({
    data: {
      campaignId,
      id,
      emailIndex,
      sealedEmail: sealed('sealed_email', `camille@${domain}`),
      sealedName: sealed('sealed_name', name),
      department: given.department === undefined ? '31' : given.department,
      country: given.country ?? 'FR',
      locale: given.locale ?? 'fr',
      textVersion: 1,
      showName: false,
      state,
      mailedAt: createdAt,
      createdAt,
      confirmedAt: given.confirmedAt === undefined ? (state === 'confirmed' ? createdAt : null) : given.confirmedAt,
      heldSince: given.heldSince === undefined ? (state === 'quarantined' ? createdAt : null) : given.heldSince,
      domainIndex: new Uint8Array(domainIndex(domain)),
      networkIndex: given.network ? new Uint8Array(given.network) : null,
      signals: given.signals ?? 0,
    },
  })
  return id
}
