import { chmodSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { embeddedCluster } from '#app/infra/db/embedded/cluster.server.ts'
import { closePool, pool, useDatabase } from '#app/infra/db/pool.server.ts'
import { migrate } from '#prisma/migrate.ts'
import { seedCampaign } from '#prisma/seed.ts'

export interface OwnDatabase {
  folder: string
  url: string
  campaignId: number
  close: () => Promise<void>
}

/** A fresh cluster with durable settings, migrated, with an open campaign and nobody in it; used by this process. */
export async function ownDatabase(name: string): Promise<OwnDatabase> {
  const folder = path.join(tmpdir(), `portevoix-bench-${name}`)
  if (existsSync(path.join(folder, 'postgres', 'postmaster.pid')))
    throw new Error(
      `Another benchmark runs in ${folder}, or one was killed: end its PostgreSQL, then remove the folder.`,
    )
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o755)
  process.env.DATA_DIR = folder // where the keys of this run are made and kept
  const cluster = await embeddedCluster(folder)
  await migrate(cluster.url)
  useDatabase(cluster.url)
  await seedCampaign({ demonstration: false }, new Date())
  const { rows } = await pool().query<{ id: number }>('select id from campaign limit 1')
  return {
    folder,
    url: cluster.url,
    campaignId: rows[0]?.id ?? 0,
    async close() {
      await closePool()
      await cluster.release()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function oneNumber(sql: string, values: readonly unknown[]): Promise<number> {
  const { rows } = await pool().query<{ n: number }>(sql, [...values])
  return Number(rows[0]?.n)
}
