import { expect, test } from 'vitest'
import { keepTrial } from '#app/features/mailings/commands/trial.server.ts'
import { startMailing } from '#app/features/mailings/commands/start-mailing.server.ts'
import { findTrial } from '#app/features/mailings/queries/trial.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { until } from '#prisma/factories/a-delivery-worker.ts'
import { aMailing } from '#prisma/factories/a-mailing.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { countAction, countSeen } from './seen.server.ts'

const now = new Date('2026-01-20T12:00:00Z')

test('what is done is counted by the mark of the page, twice a day for one network or site, and nothing else is', async () => {
  const campaign = await aCampaign()
  const { id } = await aMailing({ campaignId: campaign.id })
  const moving = { actor: await anActor('campaigner'), id, now }
  const words = { subjectFr: 'Deuxième', subjectEn: 'Second' }
  await keepTrial(moving, { intent: 'keep', ...words, share: 50, goal: 'visit', hours: 0 })
  await startMailing(moving)
  const { number, ...marks } = await db().mailingTrial.findUniqueOrThrow({ where: { mailingId: id } })
  const from = (mark: string | null) => `http://localhost:3000/fr/score?v=${mark}`
  const came = (variant: 'a' | 'b', network: string) => ({
    now,
    visitor: { network, shared: network === 'a school' },
    from: from(variant === 'a' ? marks.markA : marks.markB),
  })
  const ofSite = (network: string) => ({
    ...came('b', network),
    visitor: { network, shared: false, site: () => 'one site' },
  })
  const counted = async () => (await findTrial(id))?.actions
  for (let n = 0; n < 9; n += 1) countSeen(new Map([['what', ['visit']]]), came('a', 'one'), '/')
  countSeen(new Map([['what', ['share']]]), came('b', 'one'), '/')
  countSeen(new Map([['what', ['sign']]]), came('b', 'two'), '/')
  for (let n = 0; n < 9; n += 1) countSeen(new Map([['what', ['share']]]), came('a', 'a school'), '/')
  for (let n = 0; n < 256; n += 1) countSeen(new Map([['what', ['visit']]]), ofSite(`network ${n}`), '/')
  for (const guessed of [`${number}b`, '999b', 'aB3_-aB3_-aB3_-a'])
    countAction('sign', { ...came('b', 'three'), from: from(guessed) })
  countAction('sign', { ...came('b', 'three'), from: 'not an address' })
  countAction('sign', came('b', 'three'))
  await until(async () => {
    const now = await counted()
    return now?.b.sign === 1 && now.a.visit === 2 && now.b.visit === 2 && now.a.share === 2
  })
  expect(await counted()).toEqual({ a: { visit: 2, sign: 0, share: 2 }, b: { visit: 2, sign: 1, share: 1 } })
})
