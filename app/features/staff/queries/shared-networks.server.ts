import { listen, type Listener } from '#app/infra/db/listen.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { singleton } from '#app/infra/singleton.ts'
import { unseal } from '#app/infra/vault/seal.server.ts'
import { isWithin, readRange, tableOf, type Range, type RangeTable } from '../shared-network.ts'

/** A network that many people share, as the team wrote it down. */
export interface SharedNetwork {
  id: string
  range: string
  label: string
  reason: string
  since: Date
}

export const sharedNetworkPlace = (column: 'sealed_range' | 'sealed_label' | 'sealed_reason', id: string) => ({
  table: 'shared_network',
  column,
  row: id,
})

/** The list, newest first. */
export async function listSharedNetworks(tx: Pick<Transaction, 'sharedNetwork'> = db()): Promise<SharedNetwork[]> {
  const rows = await tx.sharedNetwork.findMany({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] })
  return rows.map(({ id, sealedRange, sealedLabel, sealedReason, createdAt }) => ({
    id,
    range: unseal(sealedRange, sharedNetworkPlace('sealed_range', id)),
    label: unseal(sealedLabel, sharedNetworkPlace('sealed_label', id)),
    reason: unseal(sealedReason, sharedNetworkPlace('sealed_reason', id)),
    since: createdAt,
  }))
}

interface Known {
  table: RangeTable
}

const known = () => singleton<Known>('shared-networks', () => ({ table: tableOf([]) }))

/** Whether the team named the network of this address as shared. From memory; the address goes nowhere. */
export const isSharedNetwork = (address: string): boolean => isWithin(known().table, address)

const isRange = (read: Range | string): read is Range => typeof read !== 'string'

/** Reads the list again. */
export async function refreshSharedNetworks(): Promise<void> {
  known().table = tableOf((await listSharedNetworks()).map(({ range }) => readRange(range)).filter(isRange))
}

const minutesBetweenLooks = 1

/** Keeps this process's list true: looks when another process tells, and every minute in case nobody could. */
export async function followSharedNetworks(): Promise<Listener> {
  const look = () =>
    void refreshSharedNetworks().catch((error: unknown) => log.warn('cannot read the shared networks', { error }))
  await refreshSharedNetworks()
  const listener = listen({ network: look }, look)
  const timer = setInterval(look, minutesBetweenLooks * 60_000).unref()
  return {
    async stop() {
      clearInterval(timer)
      await listener.stop()
    },
  }
}
