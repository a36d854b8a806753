import { spawn } from 'node:child_process'
import { createPublicKey, verify } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import { signHeadNow } from './commands/sign-head-now.server.ts'
import { consistencyOf, headOf } from './queries/log.server.ts'

const noon = new Date('2026-02-01T11:00:00Z')
let folder: string
let campaign: CampaignSummary
let site: Server
let address: string

/** The two addresses of a log that a witness asks. */
async function answer(path: string): Promise<unknown> {
  if (path.endsWith('/head')) return headOf(campaign)
  const [first = 0, second = 0] = [...path.matchAll(/=(\d+)/g)].map(([, digits]) => Number(digits))
  return { proof: await consistencyOf(campaign.id, [first, second]) }
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'witness-'))
  campaign = await aCampaign({ slug: 'score' })
  site = createServer((request, response) => {
    void answer(request.url ?? '').then((said) => response.end(JSON.stringify(said)))
  }).listen(0, '127.0.0.1')
  await once(site, 'listening')
  const at = site.address()
  address = `http://127.0.0.1:${typeof at === 'object' ? at?.port : ''}`
})
afterEach(() => {
  site.close()
  rmSync(folder, { recursive: true })
})

async function grow(people: number) {
  for (let n = 0; n < people; n += 1) await aSignature({ campaignId: campaign.id, state: 'confirmed', createdAt: noon })
  await signHeadNow(campaign, noon)
}

async function watch(): Promise<{ code: number; said: string }> {
  const script = resolve('public/witness-log.mjs')
  const child = spawn(process.execPath, [script, address, 'score', 'witness.example.net/ours'], { cwd: folder })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = await once(child, 'close')
  return { code: Number(code), said }
}
const noted = () => readFileSync(join(folder, 'witness.note'), 'utf8')

test('a witness co-signs each head that continues the last one, as C2SP has it, and never one of a log that forked', async () => {
  await grow(3)
  expect(await watch()).toMatchObject({ code: 0, said: expect.stringContaining('3 entries') })
  await grow(4)
  const { code, said } = await watch()
  expect(code).toBe(0)
  const [, id = '', key = ''] = /witness\.example\.net\/ours\+([\da-f]{8})\+(\S+)/.exec(said) ?? []
  const [text = '', lines = ''] = noted().split('\n\n')
  expect(text).toMatch(/\n7\n/)
  const cosignature = Buffer.from(lines.split('\n')[1]?.split(' ')[2] ?? '', 'base64')
  expect(cosignature.subarray(0, 4).toString('hex')).toBe(id)
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(key, 'base64').subarray(1)])
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  const signed = `cosignature/v1\ntime ${cosignature.readBigUInt64BE(4)}\n${text}\n`
  expect(verify(null, Buffer.from(signed), publicKey, cosignature.subarray(12))).toBe(true)

  const before = noted()
  await pool().query('truncate log_leaf, log_tile, log_tree, log_head')
  await grow(8)
  expect(await watch()).toMatchObject({ code: 1, said: expect.stringContaining('FORK') })
  await pool().query('truncate log_leaf, log_tile, log_tree, log_head')
  await grow(2)
  expect(await watch()).toMatchObject({ code: 1, said: expect.stringContaining('FORK') })
  expect(noted()).toBe(before)
}, 30_000)
