import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aCommandLine } from '#prisma/factories/a-command-line.ts'
import { until } from '#prisma/factories/a-delivery-worker.ts'
import { aCheckedImport, peopleFile } from '#prisma/factories/an-import.ts'
import type { CampaignSummary } from './features/campaigns/schema.ts'
import { startImport } from './features/imports/commands/steer-import.server.ts'
import { inherited } from './infra/config.server.ts'
import { db } from './infra/db/prisma.server.ts'
import { pool } from './infra/db/pool.server.ts'

let folder: string
let campaign: CampaignSummary
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'portevoix-import-'))
  campaign = await aCampaign()
})
afterEach(() => rmSync(folder, { recursive: true }))

function file(content: string): string {
  const written = path.join(folder, 'people.csv')
  writeFileSync(written, content)
  return written
}
const consent = ['--source', 'Change.org', '--consent', 'Je signe.']

/** The command as a process of its own, to be killed. */
function started(args: readonly string[]): ChildProcess {
  const { connectionString = '' } = pool().options
  const env = { ...inherited('production'), DATABASE_URL: connectionString, DATA_DIR: folder }
  return spawn(process.execPath, ['app/portevoix.mjs', ...args], { env, stdio: 'ignore' })
}

const positionOf = async () =>
  (await db().dataImport.findFirst({ where: { state: 'running' }, select: { position: true } }))?.position ?? 0

test('an import whose process is killed in the middle resumes without a duplicate or a loss', async () => {
  const rows = 8000
  const written = file(peopleFile(rows))
  const id = await aCheckedImport(peopleFile(rows), { campaignId: campaign.id })
  await startImport({ actor: null, id, now: new Date() })
  const args = ['import', written, '--campaign', campaign.slug, ...consent]
  const child = started(args)
  await until(async () => (await positionOf()) > 0 || child.exitCode !== null, 40)
  child.kill('SIGKILL')
  await once(child, 'close')
  const before = await positionOf()
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(rows)
  expect(await db().importedPerson.count()).toBe(before)

  const resumed = await aCommandLine({ DATA_DIR: folder }).run(args)
  expect(resumed).toMatchObject({ status: 0, stderr: '' })
  expect(JSON.parse(resumed.stdout)).toMatchObject({
    state: 'done',
    resumed: true,
    total: rows,
    fresh: rows,
    known: 0,
    refused: 0,
  })
  expect(await db().importedPerson.count()).toBe(rows)
  expect(await db().signature.count()).toBe(0)
}, 120_000)

test('the command checks a file, says what is wrong with it, and asks for what no file says', async () => {
  const line = aCommandLine({ DATA_DIR: folder })
  const written = file('Email Address,First Name,Last Name,Tel\nzoe@example.org,Zoé,Exemple,1\nnobody,Jo,Exemple,2\n')
  const silent = await line.run(['import', written])
  expect(silent).toMatchObject({ status: 2, stdout: '' })
  expect(silent.stderr).toContain('source: Say where the file comes from')
  const checked = await line.run(['import', written, ...consent, '--map', 'Tel=', '--dry-run'])
  expect(checked).toMatchObject({ status: 0, stderr: '' })
  expect(JSON.parse(checked.stdout)).toMatchObject({
    state: 'checked',
    kind: 'signatures',
    total: 2,
    fresh: 1,
    refused: 1,
    refusals: [{ line: 3, column: 0, reason: 'emailInvalid' }],
  })
  expect(await db().importedPerson.count()).toBe(0)
  expect(await line.run(['import', path.join(folder, 'none.csv'), ...consent])).toMatchObject({ status: 1 })
}, 60_000)
