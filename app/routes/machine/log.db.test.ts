import type { LoaderFunctionArgs } from '@remix-run/node'
import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { appendLeaves } from '#app/features/proof/commands/append-leaves.server.ts'
import { signHead } from '#app/features/proof/commands/sign-head.server.ts'
import { sha256 } from '#app/features/proof/hash.server.ts'
import { extendsTree, includes } from '#app/features/proof/rules/merkle.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import { loader as consistency } from './log-consistency.ts'
import { loader as entries } from './log-entries.ts'
import { loader as head } from './log-head.ts'
import { loader as proof } from './log-proof.ts'

const noon = new Date('2026-02-01T11:00:00Z')
let campaign: CampaignSummary

beforeEach(async () => {
  campaign = await aCampaign({ slug: 'score' })
})

async function keep(signatures: number) {
  for (let n = 0; n < signatures; n += 1)
    await aSignature({ campaignId: campaign.id, state: 'confirmed', createdAt: noon })
  await appendLeaves(campaign.id)
  await signHead(campaign, noon)
}

const ask = (loader: (args: LoaderFunctionArgs) => Promise<Response>, query = '', slug = 'score') =>
  loader({
    request: new Request(`http://localhost:3000/api/v1/campaigns/${slug}/log${query}`),
    params: { slug },
    context: { nonce: '', now: noon, network: null, session: null, shared: false, throttled: false },
  })
const bytes = (base64: string) => Buffer.from(base64, 'base64')
const headShape = z.object({ size: z.number(), root: z.string(), note: z.string(), key: z.string() })
const entriesShape = z.object({ entries: z.array(z.object({ index: z.number(), leafHash: z.string() })) })
const proofShape = z.object({ proof: z.array(z.string()) })

test('an auditor who asks over HTTP proves every entry, and that the log of before is the beginning of the one of today', async () => {
  await keep(3)
  const before = headShape.parse(await (await ask(head)).json())
  await keep(4)
  const { size, root } = headShape.parse(await (await ask(head)).json())
  expect(size).toBe(7)
  const all = entriesShape.parse(await (await ask(entries, '?start=0&end=6')).json())
  expect(all.entries.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6])
  for (const { index, leafHash } of all.entries) {
    const answer = await ask(proof, `?index=${index}&size=7`)
    const claim = { index, size, root: bytes(root), leaf: bytes(leafHash) }
    const hashes = proofShape.parse(await answer.json()).proof.map(bytes)
    expect(includes({ ...claim, proof: hashes }, sha256)).toBe(true)
  }
  const growth = await (await ask(consistency, '?first=3&second=7')).json()
  expect(growth).toMatchObject({ first: 3, second: 7 })
  const claim = { first: 3, second: 7, firstRoot: bytes(before.root), secondRoot: bytes(root) }
  expect(extendsTree({ ...claim, proof: proofShape.parse(growth).proof.map(bytes) }, sha256)).toBe(true)
})

test('ends that are too far away give what there is', async () => {
  await keep(2)
  const found = entriesShape.parse(await (await ask(entries, '?start=1&end=999999')).json())
  expect(found.entries.map(({ index }) => index)).toEqual([1])
})

test('what cannot be proved is refused with the parameter and what would be possible', async () => {
  await keep(2)
  const refusals = [
    [proof, '?index=2&size=2', 'index'],
    [proof, '?index=0&size=3', 'size'],
    [proof, '?index=0&size=0', 'size'],
    [proof, '?index=0', 'size'],
    [proof, '?index=-1&size=2', 'index'],
    [proof, '?index=0&index=1&size=2', 'index'],
    [consistency, '?first=0&second=2', 'first'],
    [consistency, '?first=2&second=1', 'first'],
    [consistency, '?first=1&second=3', 'second'],
    [consistency, '?first=1&second=99999999999999999999', 'second'],
    [entries, '?start=2&end=3', 'start'],
    [entries, '?start=1&end=0', 'end'],
    [entries, '', 'start'],
  ] as const
  for (const [loader, query, parameter] of refusals) {
    const answer = await ask(loader, query)
    expect(answer.status, `asked ${query}`).toBe(400)
    const problem: unknown = await answer.json()
    expect(problem, `asked ${query}`).toMatchObject({ type: 'urn:portevoix:problem:bad-parameter', parameter })
  }
})

test('a campaign without a head says that it comes, and an unknown one is unknown', async () => {
  expect(await (await ask(head)).json()).toMatchObject({ status: 404, type: 'urn:portevoix:problem:no-tree-head' })
  expect(await (await ask(head, '', 'nothing')).json()).toMatchObject({
    type: 'urn:portevoix:problem:unknown-campaign',
  })
  await keep(0)
  expect(await (await ask(head)).json()).toMatchObject({
    size: 0,
    root: '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  })
})
