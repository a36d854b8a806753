import { blindIndex } from '#app/infra/vault/index.server.ts'
import { personalAddress } from './whose.server.ts'

/**
 * Finds a mailbox over all campaigns: only to leave it alone. Of another purpose than the index of any campaign, so that a
 * copy of the database does not tell which campaigns one person signed.
 */
export const mailboxIndex = (address: string): Buffer => blindIndex('mailbox', personalAddress(address))
