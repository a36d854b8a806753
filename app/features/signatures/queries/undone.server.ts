import type { Transaction } from '#app/infra/db/prisma.server.ts'
import { unseal } from '#app/infra/vault/seal.server.ts'
import type { LinkTarget } from '#app/infra/vault/tokens.server.ts'
import { undonePlace } from '../places.ts'

const between = '\n'

/** Under which a mailbox is left alone, as an undo keeps it for the letter that went out: keyed, sealed, and no address. */
export const keptIndexes = (indexes: readonly Buffer[]): string =>
  indexes.map((index) => index.toString('base64')).join(between)

interface Undone {
  emailIndex: Uint8Array
  mailboxes: Buffer[]
}

const whose = ({ campaignId, id }: LinkTarget) => ({ campaignId, subjectId: id, kind: 'signature', state: 'gone' })

/** Whether a signature that was asked for by a letter was taken out with its import, and the link in that letter holds still. */
export const isUndone = async (tx: Pick<Transaction, 'importedPerson'>, target: LinkTarget): Promise<boolean> =>
  (await tx.importedPerson.count({ where: whose(target) })) > 0

/** Takes what an undo kept for the link of a letter: it serves once. @throws SealBroken */
export async function takeUndone(tx: Transaction, target: LinkTarget): Promise<Undone | null> {
  const row = await tx.importedPerson.findFirst({
    where: whose(target),
    select: { importId: true, line: true, emailIndex: true, sealed: true },
  })
  if (!row) return null
  const { importId, line, emailIndex, sealed } = row
  const mailboxes = unseal(sealed, undonePlace(importId, line)).split(between)
  await tx.importedPerson.updateMany({ where: { importId, line }, data: { sealed: new Uint8Array(), subjectId: null } })
  return { emailIndex, mailboxes: mailboxes.map((index) => Buffer.from(index, 'base64')) }
}
