import pg from 'pg'
import { testimoniesRole } from '#app/features/testimonies/role.ts'

const roles = [testimoniesRole]

/** What a server says that does not let us make or grant roles. Everything works without them, with one wall less. */
const forbidden = '42501'
/** Roles belong to the whole server: another installation on it may make the same one at the same instant. */
const madeMeanwhile = new Set(['42710', '23505'])

const grants = (role: string) => [
  `grant usage on schema testimonies, public to ${role}`,
  `grant select, insert, update, delete on all tables in schema testimonies to ${role}`,
  `grant select on campaign to ${role}`,
  `grant select, insert on audit_entry to ${role}`,
]

async function make(client: pg.Client, role: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
  try {
    if (rowCount === 0) await client.query(`create role ${role} nologin`)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && madeMeanwhile.has(error.code ?? ''))) throw error
  }
  const { rows } = await client.query<{ member: boolean }>(`select pg_has_role($1, 'member') as member`, [role])
  if (!rows[0]?.member) await client.query(`grant ${role} to current_user`)
}

/** Whether there is something to grant: new tables of a migration. Granting what is granted would lock for nothing at every start. */
async function lacks(client: pg.Client, role: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_tables where schemaname = 'testimonies'
       and not has_table_privilege($1, format('%I.%I', schemaname, tablename), 'insert')`,
    [role],
  )
  return rowCount !== 0
}

/** Makes the roles of the rooms that have one, and lets each reach its own tables. Called under the lock of the migrations. */
export async function grantRoles(client: pg.Client): Promise<void> {
  for (const role of roles)
    try {
      await make(client, role)
      if (await lacks(client, role)) for (const grant of grants(role)) await client.query(grant)
    } catch (error) {
      if (!(error instanceof pg.DatabaseError && error.code === forbidden)) throw error
    }
}

/** Which roles the user of this database may take on. */
export async function takeableRoles(url: string): Promise<{ takeable: string[]; missing: string[] }> {
  const client = new pg.Client({ connectionString: url, application_name: 'portevoix-roles' })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select rolname as name from pg_roles where rolname = any($1) and pg_has_role(oid, 'member')`,
      [roles],
    )
    const takeable = rows.map(({ name }) => name)
    return { takeable, missing: roles.filter((role) => !takeable.includes(role)) }
  } finally {
    await client.end()
  }
}
