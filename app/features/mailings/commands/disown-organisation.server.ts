import { openEmail } from '#app/features/organisations/sealed-person.server.ts'
import { blockMailbox, unblockMailbox } from '#app/features/signatures/commands/block-mailbox.server.ts'
import type { AllowOutcome, DisownOutcome } from '#app/features/signatures/commands/disown-signature.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { blindIndex } from '#app/infra/vault/index.server.ts'
import { readLinkToken, type LinkTarget } from '#app/infra/vault/tokens.server.ts'

const linkIndexOf = ({ campaignId, id }: LinkTarget): Buffer<ArrayBuffer> =>
  blindIndex('not-me', `organisation/${campaignId}/${id}`)

export interface DisownableOrganisation {
  campaignId: number
  /** `waiting`: not confirmed; `blocked`: it was said, and we write no more; `gone`: nothing waits, nothing is blocked by it. */
  state: 'waiting' | 'blocked' | 'gone'
}

/** What a link "it was not me" of a mail to a representative would do, or has done; `null` when we made none like it. */
export async function findDisownableOrganisation(token: string): Promise<DisownableOrganisation | null> {
  const target = readLinkToken('not-me-organisation', token)
  if (!target) return null
  const { campaignId } = target
  const [blocked, waiting] = await Promise.all([
    db().suppressionLink.count({ where: { linkIndex: linkIndexOf(target) } }),
    db().organisation.count({ where: { ...target, state: 'pending' } }),
  ])
  if (blocked > 0) return { campaignId, state: 'blocked' }
  return { campaignId, state: waiting > 0 ? 'waiting' : 'gone' }
}

/**
 * Takes back what somebody sent for an organisation with this address, as long as nobody confirmed it, and leaves the mailbox alone:
 * without that whoever asks could have it written to week after week. Safe to call again.
 */
export async function disownOrganisation(token: string, now: Date): Promise<DisownOutcome> {
  const target = readLinkToken('not-me-organisation', token)
  return target ? db().$transaction((tx) => takeBack(tx, target, now)) : { outcome: 'link-unknown' }
}

async function takeBack(tx: Transaction, target: LinkTarget, now: Date): Promise<DisownOutcome> {
  const { campaignId, id } = target
  const linkIndex = linkIndexOf(target)
  const [found] = await tx.$queryRaw<{ sealed_email: Uint8Array }[]>`
    delete from organisation where campaign_id = ${campaignId} and id = ${id}::uuid and state = 'pending'
    returning sealed_email`
  if (!found) {
    const before = await tx.suppressionLink.count({ where: { linkIndex } })
    return { outcome: before > 0 ? 'blocked' : 'gone' }
  }
  await blockMailbox(tx, { address: openEmail({ id, sealedEmail: found.sealed_email }), linkIndex, now })
  await tx.$executeRaw`
    delete from delivery where campaign_id = ${campaignId} and subject_id = ${id}::uuid and kind = 'organisation'
      and state in ('queued', 'deferred')`
  return { outcome: 'blocked' }
}

/** Lets this site write to the mailbox again, on the word of whoever could read the link. */
export async function allowRepresentativeAgain(token: string): Promise<AllowOutcome> {
  const target = readLinkToken('not-me-organisation', token)
  if (!target) return { outcome: 'link-unknown' }
  await unblockMailbox(db(), linkIndexOf(target))
  return { outcome: 'allowed' }
}
