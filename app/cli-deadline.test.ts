import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { inherited } from './infra/config.server.ts'

const deadline = (args: string, input = '') => {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['app/portevoix.mjs', 'deadline', ...args.split(' ').filter(Boolean)],
    {
      input,
      encoding: 'utf8',
      // Nowhere to write and nothing to reach: a rule asks for neither.
      env: { ...inherited('production'), DATABASE_URL: 'postgresql://127.0.0.1:1/none', DATA_DIR: '/nowhere' },
    },
  )
  return { stdout, stderr, status }
}

test('a rule of time is asked of the command line: four fields, no server, no database', () => {
  expect(deadline('--rule D-OBS --from 2026-01-31')).toEqual({
    status: 0,
    stderr: '',
    stdout: '{"rule":"D-OBS","from":"2026-01-31","due":"2026-02-10","basis":"R.5412-7"}\n',
  })
  expect(JSON.parse(deadline('--rule D-MPO --from 2026-01-15 --zone overseas').stdout)).toMatchObject({
    due: '2026-04-16',
  })
  expect(deadline('--rule D-DDD --from 2026-01-31').stdout).toContain('"due":null')
}, 30_000)

test('it says how it counted, and what follows, when asked to', () => {
  const told: unknown = JSON.parse(deadline('--rule D-CADA1 --from 2026-01-31 --explain').stdout)
  expect(told).toMatchObject({
    due: '2026-02-28',
    whose: 'them',
    steps: [{ step: 'start' }, { step: 'count' }, { step: 'short-month' }, { step: 'kept', because: 'saturday' }],
    next: [{ rule: 'D-CADA2', due: '2026-04-28' }],
  })
}, 30_000)

test('without a rule every line of the input is a question', () => {
  const lines = [
    '{"rule":"D-OBS","from":"2026-01-31"}',
    '{"rule":"D-TA1","from":"2026-01-31","zone":"abroad"}',
    'no JSON',
    'null',
    '{"rule":"D-NONE","from":"2026-01-31"}',
    '{"rule":"D-OBS","from":"2026-02-30"}',
    '{"rule":"D-OBS","from":"2026-01-31","zone":"moon"}',
  ]
  const { stdout, status } = deadline('', lines.join('\n'))
  expect(stdout.trim().split('\n')).toEqual([
    '{"rule":"D-OBS","from":"2026-01-31","due":"2026-02-10","basis":"R.5412-7"}',
    '{"rule":"D-TA1","from":"2026-01-31","due":"2026-06-01","basis":"L.213-13, R.213-13, R.421-1"}',
    '{"error":"not JSON"}',
    '{"error":"not a JSON object"}',
    '{"error":"unknown rule"}',
    '{"error":"from is no day"}',
    '{"error":"unknown zone"}',
  ])
  expect(status).toBe(1)
}, 30_000)

test.each([
  ['--rule D-OBS --from 2026-02-30', '2026-02-30'],
  ['--rule D-OBS --from tomorrow', 'day of the calendar'],
  ['--rule D-NONE --from 2026-01-31', 'D-OBS D-PEN'],
  ['--rule D-OBS --from 2026-01-31 --zone moon', 'mainland, overseas, abroad'],
  ['--rule D-OBS', 'belong together'],
  ['--from 2026-01-31', 'belong together'],
  ['--rule D-OBS --from 2026-01-31 more', 'too many arguments'],
])('“%s” is a wrong use, and says what is right', (args, said) => {
  const { stdout, stderr, status } = deadline(args)
  expect(stdout).toBe('')
  expect(stderr).toContain(said)
  expect(status).toBe(2)
})

test('the help names every rule', () => {
  const { stdout, status } = deadline('--help')
  for (const rule of ['D-OBS', 'D-CADA3', 'D-DDD']) expect(stdout).toContain(rule)
  expect(status).toBe(0)
})
