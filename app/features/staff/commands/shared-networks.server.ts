import { v7 as uuidv7 } from 'uuid'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { seal } from '#app/infra/vault/seal.server.ts'
import type { Actor } from '../policy.ts'
import { listSharedNetworks, sharedNetworkPlace } from '../queries/shared-networks.server.ts'
import { overlap, readRange, type Range } from '../shared-network.ts'
import { appendAudit } from './append-audit.server.ts'

interface Adding {
  actor: Actor
  network: { range: Range; label: string; reason: string }
}

export type AddNetworkOutcome = { outcome: 'added' } | { outcome: 'overlaps'; range: string; label: string }

/**
 * Names a network that many people share: it may do more in every process within a moment, and says nothing about anyone.
 * Refused when it overlaps with one that is there. The trail says who and how wide, never which.
 */
export async function addSharedNetwork({ actor, network }: Adding, now: Date): Promise<AddNetworkOutcome> {
  return db().$transaction(async (tx): Promise<AddNetworkOutcome> => {
    // Two who add at a time see each other's: what is compared is sealed, so that no constraint could.
    await tx.$executeRaw`lock table shared_network in share row exclusive mode`
    const met = (await listSharedNetworks(tx)).find(({ range }) => {
      const known = readRange(range)
      return typeof known !== 'string' && overlap(known, network.range)
    })
    if (met) return { outcome: 'overlaps', range: met.range, label: met.label }
    const id = uuidv7()
    await tx.sharedNetwork.create({
      data: {
        id,
        sealedRange: seal(network.range.text, sharedNetworkPlace('sealed_range', id)),
        sealedLabel: seal(network.label, sharedNetworkPlace('sealed_label', id)),
        sealedReason: seal(network.reason, sharedNetworkPlace('sealed_reason', id)),
        createdAt: now,
      },
    })
    const detail = { bits: network.range.bits, version: network.range.bytes.length === 4 ? 4 : 6 }
    await appendAudit(tx, { actor, action: 'network.shared', subject: `network:${id}`, detail }, now)
    await notifyWith(tx, 'network', id)
    return { outcome: 'added' }
  })
}

/** Takes a network off the list: the ordinary limits hold there again. Safe to call twice. */
export async function removeSharedNetwork(
  { actor, id }: { actor: Actor; id: string },
  now: Date,
): Promise<{ outcome: 'removed' | 'unknown' }> {
  return db().$transaction(async (tx) => {
    const { count } = await tx.sharedNetwork.deleteMany({ where: { id } })
    if (count === 0) return { outcome: 'unknown' }
    await appendAudit(tx, { actor, action: 'network.unshared', subject: `network:${id}` }, now)
    await notifyWith(tx, 'network', id)
    return { outcome: 'removed' }
  })
}
