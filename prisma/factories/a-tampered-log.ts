import type { PoolClient } from 'pg'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { appendLeaves } from '#app/features/proof/commands/append-leaves.server.ts'
import { signHead } from '#app/features/proof/commands/sign-head.server.ts'
import { consistencyOf, entriesOf, headOf, inclusionOf } from '#app/features/proof/queries/log.server.ts'
import { verifyOn } from '#app/features/proof/queries/verify-log.server.ts'
import { recount } from '#app/features/signatures/commands/recount.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { verifySite } from '../../public/verify-log.mjs'
import { aSignature } from './a-signature.ts'

const noon = new Date('2026-02-01T11:00:00Z')

/** Leaves of the log that is tampered with. */
export const leavesOfHistory = 13

/** A log of nine people, of whom some were removed, given back, and left. It holds. */
export async function aLogWithHistory(campaign: CampaignSummary): Promise<void> {
  const sign = () => aSignature({ campaignId: campaign.id, state: 'confirmed', createdAt: noon })
  const [one, two, three] = await Promise.all(Array.from({ length: 9 }, sign))
  const move = (id: string | undefined, state: string) =>
    pool().query(`update signature set state = $2::signature_state where id = $1`, [id, state])
  await move(one, 'invalidated')
  await move(two, 'quarantined')
  await move(one, 'confirmed')
  await move(three, 'withdrawn')
  await appendLeaves(campaign.id)
  await signHead(campaign, noon)
  await recount(campaign.id, noon)
}

/** Something that whoever may write to the database does to one place of the log. */
export interface Tampering {
  /** Statements with `$1`, the place, and `$n`, the number of leaves. */
  how: readonly string[]
  /** It changes what is given out: the file that anyone may download finds it. What is kept from everybody only our own command can see. */
  isSeen: boolean
}

const seen = (...how: string[]): Tampering => ({ how, isSeen: true })
const unseen = (...how: string[]): Tampering => ({ how, isSeen: false })

/** Edited, deleted, put elsewhere, put in: leaves, tiles, heads, the tree, and what they speak of. */
export const tamperings: readonly Tampering[] = [
  seen('update log_leaf set commitment = sha256(commitment) where index = $1'),
  seen('update log_leaf set text = sha256(text) where index = $1'),
  seen('update log_leaf set day = day - 1 where index = $1'),
  seen(`update log_leaf set event = case event when 'confirm' then 'restore' else 'confirm' end where index = $1`),
  seen(`update log_leaf set event = case event when 'withdraw' then 'invalidate' else 'withdraw' end where index = $1`),
  seen('delete from log_leaf where index = $1'),
  seen('delete from log_leaf where index >= $1'),
  seen(
    'delete from log_leaf where index = $1',
    'update log_leaf set index = -index where index > $1',
    'update log_leaf set index = -index - 1 where index < 0 and $1 >= 0',
  ),
  seen(
    `update log_leaf l set commitment = o.commitment, nonce = o.nonce, signature_id = o.signature_id, event = o.event from log_leaf o
     where (l.index, o.index) in (($1, ($1 + 1) % $n), (($1 + 1) % $n, $1))`,
  ),
  seen(
    'update log_leaf set index = -index - 1 where index >= $1',
    'update log_leaf set index = -index where index < 0',
    `insert into log_leaf select campaign_id, $1, sha256(commitment), text, day, 'confirm', null, null from log_leaf limit 1`,
  ),
  // Whatever else is made to fit, the head was signed without the key.
  seen(
    'insert into log_leaf select campaign_id, $n, sha256(commitment), text, day, event, null, null from log_leaf where index = $1',
    'update log_head set size = size + 1',
    'update log_tree set size = size + 1',
  ),
  seen('update log_tile set hashes = set_byte(hashes, $1 * 32 + 7, (get_byte(hashes, $1 * 32 + 7) + 1) % 256)'),
  seen('update log_tile set hashes = substr(hashes, 1, $1 * 32)'),
  seen('delete from log_tile where $1 >= 0'),
  seen('update log_head set root = set_byte(root, $1, (get_byte(root, $1) + 1) % 256)'),
  seen(`update log_head set note = replace(note, chr(10) || size, chr(10) || (size + $1 + 1))`),
  seen('update log_head set confirmed = confirmed + $1 + 1'),
  seen('update log_head set size = size - 1 - $1 % 2, confirmed = confirmed'),
  seen('update log_head set restored = restored + $1 + 1, withdrawn = withdrawn + $1 + 1'),
  seen(`update tally set n = n + $1 + 1 where dimension = 'all'`),
  unseen('update log_leaf set nonce = sha256(coalesce(nonce, commitment)) where index = $1'),
  unseen(`update log_leaf set nonce = case when nonce is null then commitment end where index = $1`),
  unseen('update log_leaf set signature_id = gen_random_uuid() where index = $1'),
  unseen('update log_tree set size = size + $1 + 1'),
  unseen(
    `delete from signature where id = (select id from signature where state = 'confirmed' order by id offset $1 % 7 limit 1)`,
  ),
  unseen(
    `update signature set state = 'invalidated' where id = (select id from signature where state = 'confirmed' order by id offset $1 % 7 limit 1)`,
  ),
  unseen(
    `update signature set state = 'confirmed' where id = (select id from signature where state <> 'confirmed' order by id offset $1 % 2 limit 1)`,
  ),
  unseen(
    `insert into log_event (campaign_id, signature_id, kind, day, locale, text_version)
     select campaign_id, gen_random_uuid(), 'in', day, 'fr', 1 from log_leaf where index = $1`,
  ),
  unseen(
    `insert into log_event (campaign_id, signature_id, kind, day, locale, text_version)
     select campaign_id, id, 'out', '2026-02-01', 'fr', 1 from signature where state = 'confirmed' limit 1 offset $1 % 7`,
  ),
]

/** What the machine interface would answer from within a transaction. */
function served(on: PoolClient, campaign: CampaignSummary): (path: string) => Promise<unknown> {
  const numbers = (path: string) => [...path.matchAll(/=(\d+)/g)].map(([, digits]) => Number(digits))
  return async (path) => {
    const [one = 0, other = 0] = numbers(path)
    if (path.startsWith('log/head')) return headOf(campaign, on)
    if (path.startsWith('log/entries')) return { entries: await entriesOf(campaign.id, [one, other], on) }
    if (path.startsWith('log/proof')) return { proof: await inclusionOf(campaign.id, [one, other], on) }
    if (path.startsWith('log/consistency')) return { proof: await consistencyOf(campaign.id, [one, other], on) }
    const { rows } = await on.query<{ confirmed: number }>(
      `select coalesce(sum(n), 0)::int as confirmed from tally where campaign_id = $1 and dimension = 'all'`,
      [campaign.id],
    )
    return rows[0]
  }
}

/** What is wrong with a log as anyone sees it. What cannot be answered, or cannot be read, is wrong. */
export async function wrongForAnyone(on: PoolClient, campaign: CampaignSummary, proofs = ''): Promise<string[]> {
  try {
    return (await verifySite(served(on, campaign), { tries: 1, proofs })).wrong
  } catch (error) {
    return [String(error)]
  }
}

/** Tampers, looks, and takes it back. @returns who did not find it; nothing when everyone did who can */
export async function missedBy(
  on: PoolClient,
  campaign: CampaignSummary,
  { how, isSeen, at }: Tampering & { at: number },
): Promise<string[]> {
  await on.query('begin')
  try {
    await on.query('set local session_replication_role = replica')
    for (const statement of how)
      await on.query(statement.replaceAll('$1', String(at)).replaceAll('$n', String(leavesOfHistory)))
    const missed = []
    if (isSeen && (await wrongForAnyone(on, campaign)).length === 0) missed.push('verify-log.mjs')
    const found = await verifyOn(on, campaign).catch((error: unknown) => ({ wrong: [String(error)] }))
    if (found.wrong.length === 0) missed.push('portevoix verify-log')
    return missed
  } finally {
    await on.query('rollback')
  }
}
