import { pool } from './pool.server.ts'

/** Whether the database answers and keeps what it acknowledges: without fsync or synchronous commit a signature could be lost. */
export async function isReady(): Promise<boolean> {
  try {
    const { rows } = await pool().query<{ durable: boolean }>(
      `select current_setting('fsync') = 'on' and current_setting('synchronous_commit') <> 'off' as durable`,
    )
    return rows[0]?.durable ?? false
  } catch {
    return false
  }
}
