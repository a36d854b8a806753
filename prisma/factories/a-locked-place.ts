import { pool } from '#app/infra/db/pool.server.ts'

/** From now on sending waits for a person, as in a copy of the data directory. */
export async function lockSending(): Promise<void> {
  await pool().query(
    `insert into mail_place (id, server, folder, waiting_since, waiting_folder, reason) values ('copy', '', '', now(), '', 'copied')`,
  )
}
