import { expect, test, vi } from 'vitest'
import { pool } from '#app/infra/db/pool.server.ts'
import { migrate } from './migrate.ts'

test('a database that has every migration is not asked about them by the engine, and one that has another file is', async () => {
  const engine = vi.spyOn(WebAssembly, 'instantiate')
  const url = pool().options.connectionString ?? ''
  expect(await migrate(url)).toEqual([])
  expect(engine).not.toHaveBeenCalled()
  const other = `update _prisma_migrations set checksum = 'of another file' where migration_name like '0001%'`
  const { rowCount } = await pool().query(other)
  expect(rowCount).toBe(1)
  expect(await migrate(url)).toEqual([])
  expect(engine).toHaveBeenCalledOnce()
})
