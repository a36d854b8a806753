import { config } from '#app/infra/config.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { instancePlace, keepGeneration, type InstancePlace } from '#app/infra/instance-file.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import type { LockReason } from '../schema.ts'

const lookEvery = 2000
const noteEvery = 60_000

/** Where the settings name the place, nothing on a disk says more. */
function here(): InstancePlace {
  const { instanceId, dataDir } = config()
  return instanceId === null ? instancePlace(dataDir) : { id: instanceId, folder: '', generation: 0n }
}

/** This database on this server: a dump that is restored elsewhere has another number, a copy beside it another one again. */
export async function databaseServer(): Promise<string> {
  const database = `(select oid::text from pg_database where datname = current_database())`
  const ask = async (says: string) =>
    (await pool().query<{ server: string }>(`select ${says} as server`)).rows[0]?.server ?? ''
  return ask(`(select system_identifier::text from pg_control_system()) || ':' || ${database}`).catch(() =>
    ask(database),
  )
}

interface Known {
  server: string
  folder: string
  generation: string
}

function faultOf(place: InstancePlace, known: Known | undefined, server: string): LockReason | null {
  if (!known?.server) return 'unknown-place'
  if (known.server !== server) return 'other-database'
  if (known.folder !== place.folder) return 'copied'
  return place.generation > BigInt(known.generation) ? 'went-back' : null
}

/**
 * Whether mail may be sent from here: the first place that a database knows may, by itself. Any other, and a database that was
 * restored or copied, wait until a person says yes (`unlockSending`).
 * @returns why not; `null`: it may
 */
export async function lookAtPlace(): Promise<LockReason | null> {
  const place = here()
  const server = await databaseServer()
  await pool().query(
    `insert into mail_place (id, server, folder) select $1, $2, $3 where not exists (select from mail_place) on conflict do nothing`,
    [place.id, server, place.folder],
  )
  const { rows } = await pool().query<Known>('select server, folder, generation::text from mail_place where id = $1', [
    place.id,
  ])
  const fault = faultOf(place, rows[0], server)
  if (fault === null) return null
  await pool().query(
    `insert into mail_place as p (id, server, folder, waiting_since, waiting_folder, reason) values ($1, '', '', now(), $2, $3)
     on conflict (id) do update set waiting_since = coalesce(p.waiting_since, now()), waiting_folder = excluded.waiting_folder, reason = excluded.reason`,
    [place.id, place.folder, fault],
  )
  return fault
}

/** Notes in both that mail was sent, so that a database that is set back is found out. */
async function noteSending(): Promise<void> {
  const { rows } = await pool().query<{ generation: string }>(
    'update mail_place set generation = generation + 1 where id = $1 returning generation::text',
    [here().id],
  )
  if (config().instanceId === null && rows[0]) keepGeneration(config().dataDir, BigInt(rows[0].generation))
}

/** For a worker: asked before every claim, looked at every other second. */
export function sendingGate(): () => Promise<boolean> {
  let [lookedAt, notedAt] = [-Infinity, -Infinity]
  let fault: LockReason | null = null
  let said: LockReason | null = null
  return async () => {
    const now = performance.now()
    if (now - lookedAt > lookEvery) {
      fault = await lookAtPlace()
      lookedAt = now
      if (fault !== null && fault !== said)
        log.error('nothing is sent until a person unlocks it: portevoix sending unlock', {
          job: 'deliver',
          code: fault,
        })
      said = fault
    }
    if (fault === null && now - notedAt > noteEvery) {
      notedAt = now
      await noteSending()
    }
    return fault === null
  }
}
