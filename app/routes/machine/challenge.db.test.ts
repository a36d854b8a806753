import { beforeEach, expect, test } from 'vitest'
import { raiseGuard } from '#app/features/signatures/commands/guard.server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { loader } from './challenge.ts'

const now = new Date()

beforeEach(async () => {
  for (const name of ['throttle-challenge', 'throttle-challenges']) forgetSingleton(name)
  const { id } = await aCampaign({ slug: 'score' })
  await raiseGuard({ campaignId: id, until: new Date(now.getTime() + 600_000), why: 'burst' }, now)
})

const ask = (network: string | null, at = now) =>
  loader({
    request: new Request('http://localhost:3000/api/v1/campaigns/score/challenge'),
    params: { slug: 'score' },
    context: { nonce: '', now: at, network, session: null, shared: false, throttled: false },
  })

test('one network is given sixty challenges at once, and is told when to come back; the next one is served', async () => {
  for (let n = 0; n < 60; n += 1) expect((await ask('one')).status).toBe(200)
  const refused = await ask('one')
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '1'])
  expect((await ask('another')).status).toBe(200)
  expect((await ask('one', new Date(now.getTime() + 1000))).status).toBe(200)
})

test('a crowd of networks keeps no processor busy: two hundred a second in all', async () => {
  const answers = await Promise.all(Array.from({ length: 250 }, (_, n) => ask(n % 2 ? `network ${n}` : null)))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(200)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(50)
})
