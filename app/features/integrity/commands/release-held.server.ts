import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { signals, type Signal } from '#app/features/signatures/signals.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import type { Transaction } from '#app/infra/db/prisma.server.ts'
import { seal } from '#app/infra/vault/seal.server.ts'
import { standingPlace } from '../places.ts'
import { heldDomains } from '../queries/held.server.ts'
import { inTransaction, moveWith } from './move-signatures.server.ts'

/** What is under review, by what it has in common. */
export type HeldGroup = { by: 'network'; key: string } | { by: 'domain'; key: string } | { by: 'signal'; key: Signal }

export interface Releasing {
  actor: Actor
  campaignId: number
  groups: readonly HeldGroup[]
  /** Only what was held when the page was shown. */
  heldUntil: Date
  /** New ones of these networks and domains pass too: a network for the rest of its day, a domain until somebody thinks otherwise. */
  trust: boolean
  now: Date
}

const most = 10_000

const keysOf = (groups: readonly HeldGroup[], by: HeldGroup['by']) =>
  groups.filter((group) => group.by === by).map(({ key }) => Buffer.from(key, 'hex'))

const maskOf = (groups: readonly HeldGroup[]) =>
  groups.reduce((bits, group) => (group.by === 'signal' ? bits | signals[group.key] : bits), 0)

const where = `campaign_id = $2 and held_since is not null and held_since <= $3::timestamptz
  and (network_index = any($4::bytea[]) or domain_index = any($5::bytea[]) or signals & $6::int <> 0)`

/** Of the domains that the page named: what is said of them keeps that name. */
async function namesShown(campaignId: number): Promise<Map<string, string>> {
  const domains = await heldDomains(campaignId)
  return new Map(domains.flatMap(({ key, name }) => (name === null ? [] : [[key, name] as const])))
}

async function trust(tx: Transaction, { actor, groups, now }: Releasing, names: Map<string, string>): Promise<void> {
  const until = new Date(now.getTime() + 24 * 3_600_000)
  for (const group of groups) {
    if (group.by === 'signal') continue
    const key = new Uint8Array(Buffer.from(group.key, 'hex'))
    const name = group.by === 'domain' ? names.get(group.key) : undefined
    const said = {
      standing: 'trusted',
      until: group.by === 'network' ? until : null,
      staffId: actor.id,
      at: now,
      ...(name === undefined ? {} : { sealedName: seal(name, standingPlace(group.key)) }),
    }
    await tx.standing.upsert({
      where: { kind_key: { kind: group.by, key } },
      create: { kind: group.by, key, ...said },
      update: said,
    })
  }
}

/**
 * Lets what is under review pass: it counts again at the day and hour at which it was confirmed, and is never held again by the
 * machine. Many are released in several transactions, each with its own entry of the trail. @returns how many
 */
export async function releaseHeld(releasing: Releasing): Promise<number> {
  const { actor, campaignId, groups, heldUntil, now } = releasing
  if (groups.length === 0) return 0
  const values = [campaignId, heldUntil, keysOf(groups, 'network'), keysOf(groups, 'domain'), maskOf(groups)]
  const names = groups.map(({ by, key }) => `${by}:${key}`)
  if (releasing.trust) {
    const shown = await namesShown(campaignId)
    await inTransaction((tx) => trust(tx, releasing, shown))
  }
  let released = 0
  for (;;) {
    const { signatures } = await inTransaction(async (tx) => {
      const moved = await moveWith(tx, 'release', { which: { where, values, most }, now })
      const detail = { groups: names, signatures: moved.signatures, counted: moved.counted, trusted: releasing.trust }
      const deed = { actor, action: 'signatures.released', subject: `campaign:${campaignId}`, detail }
      if (moved.signatures > 0) await appendAudit(tx, deed, now)
      return moved
    })
    released += signatures
    if (signatures < most) break
  }
  await notify('page', String(campaignId))
  return released
}
