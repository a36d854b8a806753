import { blockIndexes } from '#app/features/signatures/mailbox.server.ts'
import { bytesArray } from '#app/infra/db/binary-array.ts'
import { groupCommit, type GroupCommit } from '#app/infra/db/group-commit.ts'
import { mailPool } from '#app/infra/db/pool.server.ts'
import { singleton } from '#app/infra/singleton.ts'

async function look(mailboxes: readonly Buffer[]): Promise<boolean[]> {
  const { rows } = await mailPool().query<{ mailbox: Buffer }>({
    name: 'mailboxes-left-alone',
    text: 'select email_index as mailbox from suppression where email_index = any($1)',
    values: [bytesArray(mailboxes)],
  })
  const found = new Set(rows.map(({ mailbox }) => mailbox.toString('latin1')))
  return mailboxes.map((mailbox) => found.has(mailbox.toString('latin1')))
}

const looks = (): GroupCommit<Buffer, boolean> =>
  singleton('left-alone-group', () => groupCommit({ flush: look, inFlight: 1, patience: Infinity, waiting: Infinity }))

/** Whether this mailbox is to be left alone, whatever its owner asked for elsewhere. Many questions of a moment are one. */
export async function isLeftAlone(address: string): Promise<boolean> {
  const found = await Promise.all(blockIndexes(address).map((index) => looks().add(index)))
  return found.includes(true)
}
