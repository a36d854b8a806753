import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { appendLeaves } from '#app/features/proof/commands/append-leaves.server.ts'
import { signHead } from '#app/features/proof/commands/sign-head.server.ts'
import { consistencyOf, headOf } from '#app/features/proof/queries/log.server.ts'
import { tallyAnew } from '#app/features/signatures/commands/recount.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aSealedPack } from '#prisma/factories/a-sealed-pack.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'

const noon = new Date('2026-03-01T11:00:00Z')
const folder = mkdtempSync(join(tmpdir(), 'pack-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function sign(campaign: CampaignSummary, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) await aSignature({ campaignId: campaign.id, state: 'confirmed' })
  await tallyAnew(campaign.id, noon)
}

/** The verifier as anyone runs it; it may ask a server of ours meanwhile. */
async function run(pack: Buffer, ...options: string[]): Promise<{ status: number; said: string }> {
  const path = join(folder, 'pack.zip')
  writeFileSync(path, pack)
  const child = spawn(process.execPath, ['public/verify-pack.mjs', path, ...options])
  const status = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? -1)))
  const [out, wrong] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { status: await status, said: out + wrong }
}

/** The same length, other letters: the directory of the archive still fits. */
function changed(pack: Buffer, from: string, to: string): Buffer {
  const at = pack.lastIndexOf(from)
  if (at < 0 || from.length !== to.length) throw new Error(`${from} cannot become ${to}`)
  return Buffer.concat([pack.subarray(0, at), Buffer.from(to), pack.subarray(at + from.length)])
}

test('one file and Node alone find out whether a pack is the one that was sealed', async () => {
  const campaign = await aCampaign({ slug: 'score' })
  await sign(campaign, 2)
  const { zip: pack } = await aSealedPack(campaign)
  const good = await run(pack, '--offline')
  expect(good.said).toContain('petition-fr.pdf is what was sealed')
  expect(good.said).toContain('2 people: everything holds (the log was not asked)')
  expect(good.status).toBe(0)
  const tampers: readonly (readonly [Buffer, string])[] = [
    [changed(pack, 'Hello.', 'Hullo.'), 'petition-en.txt is not what was sealed'],
    [changed(pack, '"confirmed": 2', '"confirmed": 9'), 'the manifest is not signed by this key'],
    [changed(pack, 'counts-day.csv', 'counts-dye.csv'), 'counts-dye.csv was not sealed'],
    [Buffer.concat([pack, Buffer.from('more')]), 'this is no archive, or something stands behind it'],
  ]
  for (const [tampered, why] of tampers) {
    expect(await run(tampered, '--offline')).toMatchObject({ status: 1, said: expect.stringContaining(why) })
  }
  expect(await run(pack, '--offline', '--sha256', 'ab'.repeat(32))).toMatchObject({
    status: 1,
    said: expect.stringContaining('another mark'),
  })
  expect((await run(pack, '--unknown')).status).toBe(2)
})

test('the log of today begins with the one that the pack was sealed with, and another log does not', async () => {
  const [campaign, other] = [await aCampaign({ slug: 'score' }), await aCampaign({ slug: 'autre' })]
  await sign(campaign, 3)
  const { zip: pack } = await aSealedPack(campaign)
  await sign(campaign, 4)
  for (const one of [campaign, other]) {
    await appendLeaves(one.id)
    await signHead(one, noon)
  }
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://localhost')
    const asked = url.pathname.startsWith('/score') ? campaign : other
    const between = [Number(url.searchParams.get('first')), Number(url.searchParams.get('second'))] as const
    const answer = url.pathname.endsWith('/head')
      ? headOf(asked)
      : consistencyOf(asked.id, between).then((proof) => ({
          proof: url.pathname.startsWith('/score-broken') ? proof.toReversed() : proof,
        }))
    void answer.then((value) => response.end(JSON.stringify(value)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const log = (name: string) => ['--log', `http://127.0.0.1:${port}/${name}`]
  const good = await run(pack, ...log('score'))
  expect(good).toMatchObject({
    status: 0,
    said: expect.stringContaining('the log of today (7 entries) begins with the log of then (3)'),
  })
  expect(await run(pack, ...log('score-broken'))).toMatchObject({
    status: 1,
    said: expect.stringContaining('does not begin'),
  })
  expect(await run(pack, ...log('autre'))).toMatchObject({
    status: 1,
    said: expect.stringContaining('not signed by the key'),
  })
  await new Promise((resolve) => server.close(resolve))
})
