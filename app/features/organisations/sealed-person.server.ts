import { seal, unseal } from '#app/infra/vault/seal.server.ts'

/** Whoever spoke for an organisation. Never shown to the public. */
export interface Representative {
  name: string
  role: string
  email: string
}

export type SealedPart = 'sealed_email' | 'sealed_name' | 'sealed_role'

/** Where a sealed part of an organisation lives: a form sent again keeps the id of the one before. */
export const organisationPlace = (column: SealedPart, id: string) => ({ table: 'organisation', column, row: id })

const sealed = (text: string, column: SealedPart, id: string) =>
  Uint8Array.from(seal(text, organisationPlace(column, id)))

export const sealPerson = (id: string, { name, role, email }: Representative) => ({
  sealedEmail: sealed(email, 'sealed_email', id),
  sealedName: sealed(name, 'sealed_name', id),
  sealedRole: sealed(role, 'sealed_role', id),
})

interface Envelopes {
  id: string
  sealedEmail: Uint8Array
  sealedName: Uint8Array
  sealedRole: Uint8Array
}

/** @throws SealBroken */
export const openPerson = ({ id, sealedEmail, sealedName, sealedRole }: Envelopes): Representative => ({
  name: unseal(sealedName, organisationPlace('sealed_name', id)),
  role: unseal(sealedRole, organisationPlace('sealed_role', id)),
  email: unseal(sealedEmail, organisationPlace('sealed_email', id)),
})

/** @throws SealBroken */
export const openEmail = ({ id, sealedEmail }: Pick<Envelopes, 'id' | 'sealedEmail'>): string =>
  unseal(sealedEmail, organisationPlace('sealed_email', id))
