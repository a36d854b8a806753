import { pool } from '#app/infra/db/pool.server.ts'
import { sha256 } from '../hash.server.ts'
import { rootsOf } from '../queries/tiles.server.ts'
import { signHeadOf } from '../signed-head.server.ts'

interface Tree {
  size: string
  confirmed: string
  withdrawn: string
  invalidated: string
  restored: string
}

/** Signs the head of a campaign's log as it stands, unless it is signed already. An empty log has the root over nothing. */
export async function signHead({ id, slug }: { id: number; slug: string }, now: Date): Promise<void> {
  const { rows } = await pool().query<Tree>(
    `select t.size, t.confirmed, t.withdrawn, t.invalidated, t.restored from (
       select size, confirmed, withdrawn, invalidated, restored from log_tree where campaign_id = $1
       union all select 0, 0, 0, 0, 0 order by 1 desc limit 1
     ) t where not exists (select from log_head h where h.campaign_id = $1 and h.size = t.size)`,
    [id],
  )
  const [tree] = rows
  if (!tree) return
  const size = Number(tree.size)
  const [root = sha256(new Uint8Array())] = size > 0 ? await rootsOf(id, [{ from: 0, to: size }]) : []
  await pool().query(
    `insert into log_head (campaign_id, size, root, note, signed_at, confirmed, withdrawn, invalidated, restored)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [
      id,
      tree.size,
      root,
      signHeadOf(slug, { size, root }),
      now,
      tree.confirmed,
      tree.withdrawn,
      tree.invalidated,
      tree.restored,
    ],
  )
}
