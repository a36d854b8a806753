import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const script = `insert into bench_limit (campaign_id, id, email_index, sealed_email, sealed_name, department, country, locale, text_version, show_name, mailed_at, created_at)
values (1, gen_random_uuid(), sha256(random()::text::bytea || clock_timestamp()::text::bytea), decode(repeat('5a', 68), 'hex'), decode(repeat('5a', 56), 'hex'), '75', 'FR', 'fr', 1, true, now(), now());
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
    : [`pgbench, the same INSERT, 32 connections: ${Math.round(Number(rate)).toLocaleString('en')}/s`]
}
