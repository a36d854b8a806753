import type { Transaction } from '#app/infra/db/prisma.server.ts'
import { blockIndexes } from '../mailbox.server.ts'

interface Block {
  /** Of the link that may lift it again: keyed, and known to whoever reads the mail. */
  linkIndex: Uint8Array
  now: Date
}

/** Leaves a mailbox alone from now on, on the word of whoever reads its mail, however its address is written. Safe to call again. */
export const blockMailbox = (tx: Transaction, { address, ...block }: Block & { address: string }): Promise<void> =>
  blockUnder(tx, { indexes: blockIndexes(address), ...block })

/** The same, where the address is gone and the indexes of its mailbox are left. */
export async function blockUnder(
  tx: Transaction,
  { indexes, linkIndex, now }: Block & { indexes: readonly Buffer[] },
): Promise<void> {
  // In one order everywhere, so that two who block the same mailbox do not wait for each other crosswise.
  for (const index of indexes.toSorted((one, other) => one.compare(other))) {
    await tx.$executeRaw`insert into suppression values (${index}, 'not-me', ${now})
      on conflict (email_index) do update set reason = excluded.reason where suppression.reason in ('bounced', 'complained', 'imported')`
    await tx.$executeRaw`insert into suppression_link values (${linkIndex}, ${index}) on conflict do nothing`
  }
}

/** Lifts what that link brought about. A block for another reason stays. */
export const unblockMailbox = (
  tx: Pick<Transaction, '$executeRaw'>,
  linkIndex: Uint8Array,
): Promise<number> => tx.$executeRaw`
  delete from suppression where reason = 'not-me'
    and email_index in (select email_index from suppression_link where link_index = ${linkIndex})`
