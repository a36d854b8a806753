import type pg from 'pg'

/** A table of the signatures' own shape: the same columns, defaults and indexes. */
export async function makeLimitTable(database: pg.Client): Promise<void> {
  await database.query('create table bench_limit (like signature including all)')
}

export async function countRows(database: pg.Client, what: string, values: readonly unknown[] = []): Promise<number> {
  const { rows } = await database.query<{ n: string }>(`select count(*) as n from ${what}`, [...values])
  return Number(rows[0]?.n)
}

/** @throws when what was answered is not what is there */
export function assertEqual(what: string, found: number, expected: number): string {
  if (found !== expected) throw new Error(`${what}: ${found} found, ${expected} expected`)
  return `${what}: ${found.toLocaleString('en')}, as answered`
}
