import { blindIndex } from '#app/infra/vault/index.server.ts'
import { personalAddress } from './whose.server.ts'

/**
 * Finds a mailbox over all campaigns: only to leave it alone. Of another purpose than the index of any campaign, so that a
 * copy of the database does not tell which campaigns one person signed.
 */
export const mailboxIndex = (address: string): Buffer => blindIndex('mailbox', personalAddress(address))

/**
 * All that a block is kept and looked for under: as one person's address by the rules in use, and as it is spelled. A rule that the
 * team makes later changes the first, and the block must hold all the same.
 */
export function blockIndexes(address: string): Buffer[] {
  const person = mailboxIndex(address)
  const spelled = blindIndex('mailbox', address.toLowerCase())
  return person.equals(spelled) ? [person] : [person, spelled]
}
