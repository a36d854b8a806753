import type { Standing } from '#app/features/signatures/signals.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { unseal } from '#app/infra/vault/seal.server.ts'
import { standingPlace } from '../places.ts'

/** What the team says of a domain or of a network of today. */
export interface Said {
  kind: 'domain' | 'network'
  key: string
  /** Of a domain that somebody typed, or that was named when it was let pass. */
  name: string | null
  standing: Standing
  since: Date
  until: Date | null
}

const mostShown = 500

/** What stands, the newest first. */
export async function listStandings(now: Date): Promise<Said[]> {
  const { rows } = await pool().query<Omit<Said, 'name'> & { sealed: Buffer | null }>(
    `select kind, encode(key, 'hex') as key, sealed_name as sealed, standing, at as since, until from standing
     where until is null or until > $1 order by at desc, kind, key limit ${mostShown}`,
    [now],
  )
  return rows.map(({ sealed, ...said }) => ({ ...said, name: sealed && unseal(sealed, standingPlace(said.key)) }))
}
