import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { embeddedCluster } from '#app/infra/db/embedded/cluster.server.ts'
import { migrate } from '#prisma/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string
  }
}

/** One real PostgreSQL for all database tests; `portevoix` holds the migrated schema and is the template of every clone. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'portevoix-db-'))
  chmodSync(folder, 0o755) // root's cluster runs as another user, who has to get in
  const cluster = await embeddedCluster(folder, { durable: false })
  await migrate(cluster.url)
  project.provide('databaseServer', cluster.urlOf('%DATABASE%'))
  return async () => {
    await cluster.release()
    rmSync(folder, { recursive: true, force: true })
  }
}
