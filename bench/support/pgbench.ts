import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { limitInsert } from './limit-table.ts'

const bytes = (count: number) => `decode(repeat('5a', ${count}), 'hex')`
const script = `${limitInsert([
  '1',
  'gen_random_uuid()',
  'sha256(random()::text::bytea || clock_timestamp()::text::bytea)',
  bytes(68),
  bytes(56),
  bytes(8),
  bytes(8),
  bytes(8),
  bytes(12),
  'now()',
]).replaceAll('\n', ' ')};
`

/** The same single-row insert by PostgreSQL's own load program, where it is installed: what the database does without Node. */
export function measurePgbench(databaseUrl: string, seconds: number): string[] {
  const { host, pathname, username, password } = new URL(databaseUrl)
  const [name = '', port = ''] = host.split(':')
  const file = path.join(tmpdir(), `portevoix-pgbench-${process.pid}.sql`)
  writeFileSync(file, script)
  const { status, stdout } = spawnSync(
    'pgbench',
    [
      '-n',
      '-M',
      'prepared',
      '-c',
      '32',
      '-j',
      '2',
      '-T',
      String(Math.max(1, Math.round(seconds))),
      '-f',
      file,
      '-h',
      name,
      '-p',
      port,
      '-U',
      username,
      pathname.slice(1),
    ],
    { encoding: 'utf8', env: { ...process.env, PGPASSWORD: password } },
  )
  rmSync(file)
  const rate = status === 0 ? /tps = ([\d.]+)/.exec(stdout)?.[1] : undefined
  return rate === undefined
    ? ['pgbench is not installed here']
    : [`pgbench, the same statement, 32 connections: ${Math.round(Number(rate)).toLocaleString('en')}/s`]
}
