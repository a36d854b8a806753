import { ensureTeamKey } from '#app/features/staff/commands/ensure-team-key.server.ts'
import { now } from '#app/infra/clock.ts'
import { config } from '#app/infra/config.server.ts'
import { resealOldTestimonies } from '#app/features/testimonies/commands/reseal-old.server.ts'
import { embeddedCluster } from '#app/infra/db/embedded/cluster.server.ts'
import { closePool, useDatabase } from '#app/infra/db/pool.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { migrate } from './migrate.ts'
import { takeableRoles } from './roles.ts'

export interface OpenDatabase {
  /** Ours, beside the product; not one that somebody else keeps. */
  embedded: boolean
  url: string
  /** Closes the connections, then gives the embedded cluster back: it ends after everything else. */
  close: () => Promise<void>
  /** For a process that must end now. */
  interrupt: () => void
}

/** The configured database, or the embedded one; migrated, and in use by every room of this process. */
export async function openDatabase(): Promise<OpenDatabase> {
  const { databaseUrl, dataDir } = config()
  const cluster = databaseUrl === null ? await embeddedCluster(dataDir) : null
  const url = databaseUrl ?? cluster?.url ?? ''
  try {
    await migrate(url)
    const { takeable, missing } = await takeableRoles(url)
    useDatabase(url, takeable)
    if (missing.length > 0)
      log.warn('testimonies are read as the user of DATABASE_URL: it may not take on their role (docs/operations.md)')
    await ensureTeamKey(now())
    await resealOldTestimonies()
  } catch (error) {
    await cluster?.release()
    throw error
  }
  return {
    embedded: cluster !== null,
    url,
    interrupt: () => cluster?.interrupt(),
    async close() {
      await closePool()
      await cluster?.release()
    },
  }
}
