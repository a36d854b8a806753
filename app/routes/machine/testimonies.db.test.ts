import { expect, test, vi } from 'vitest'
import { AnswerCache } from '#app/infra/cache/answer-cache.server.ts'
import { listen } from '#app/infra/db/listen.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { nothingAppears } from '#app/features/testimonies/appearing.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { loader as list } from './testimonies.ts'
import { loader as one } from './testimony.ts'

const context = {
  nonce: '',
  now: new Date('2026-02-05T12:00:00Z'),
  network: null,
  session: null,
  shared: false,
  throttled: false,
}

const asking = (path: string, params: Record<string, string>) => ({
  request: new Request(`http://localhost:3000/api/v1/campaigns/score/testimonies${path}`),
  params,
  context,
})

/** What a web process keeps, made by the routes and forgotten at the news of the database. */
async function aProcess(id: string) {
  const cache = new AnswerCache({
    async make(address) {
      const answer =
        address === '/one'
          ? await one(asking(`/${id}`, { slug: 'score', id }))
          : await list(asking('', { slug: 'score' }))
      const body = Buffer.from(await answer.arrayBuffer())
      return { answer: { status: answer.status, headers: {}, body }, keep: answer.status === 200 }
    },
  })
  await new Promise<void>((heard) => {
    const listener = listen({ page: () => cache.purge() }, () => heard())
    stops.push(() => listener.stop())
  })
  return cache
}

const stops: (() => Promise<void>)[] = []

test('two processes that kept a story both answer 410 once the database has let it go', async () => {
  const { id: campaignId } = await aCampaign({ slug: 'score' })
  const { id } = await aTestimony({ campaignId, state: 'published' })
  const both = [await aProcess(id), await aProcess(id)]
  for (const cache of both) {
    expect((await cache.get('/one')).status).toBe(200)
    expect((await cache.get('/all')).body.identity.toString()).toContain(id)
  }
  await db().testimony.update({ where: { id }, data: { state: 'unpublished', ...nothingAppears } })
  for (const cache of both) {
    await vi.waitFor(async () => expect((await cache.get('/one')).status).toBe(410))
    expect((await cache.get('/all')).body.identity.toString()).not.toContain(id)
  }
  await Promise.all(stops.map((stop) => stop()))
})

test('programs read stories a hundred at a time, and go on where they were', async () => {
  const { id: campaignId } = await aCampaign({ slug: 'score' })
  const { id } = await aTestimony({
    campaignId,
    state: 'published',
    title: 'Vu par [[un agent]]',
    contentWarning: 'Détresse',
  })
  const answer = await list(asking('', { slug: 'score' }))
  expect(answer.headers.get('Cache-Control')).toContain('must-revalidate')
  expect(await answer.json()).toMatchObject({
    testimonies: [{ id, title: 'Vu par [un agent]', contentWarning: 'Détresse', language: 'fr' }],
    next: null,
  })
  expect((await list(asking(`?after=${id}`, { slug: 'score' }))).status).toBe(200)
  for (const after of ['x', '00000000-0000-4000-8000-000000000001', `${id}&after=${id}`])
    expect((await list(asking(`?after=${after}`, { slug: 'score' }))).status).toBe(400)
  expect((await one(asking('/x', { slug: 'score', id: 'x' }))).status).toBe(404)
})
