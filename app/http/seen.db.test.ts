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

test('what is done is counted by the mark of the page, a few times for one network, and nothing else is', async () => {
  const campaign = await aCampaign()
  const { id } = await aMailing({ campaignId: campaign.id })
  const moving = { actor: await anActor('campaigner'), id, now }
  const words = { subjectFr: 'Deuxième', subjectEn: 'Second' }
  await keepTrial(moving, { intent: 'keep', ...words, share: 50, goal: 'visit', hours: 0 })
  await startMailing(moving)
  const { number } = await db().mailingTrial.findUniqueOrThrow({ where: { mailingId: id }, select: { number: true } })
  const came = (variant: string, network: string) => ({
    now,
    visitor: { network, shared: false },
    from: `http://localhost:3000/fr/score?v=${number}${variant}`,
  })
  const counted = async () => (await findTrial(id))?.actions
  for (let n = 0; n < 9; n += 1) countSeen(new Map([['what', ['visit']]]), came('a', 'one'), '/')
  countSeen(new Map([['what', ['share']]]), came('b', 'one'), '/')
  countSeen(new Map([['what', ['sign']]]), came('b', 'two'), '/')
  countAction('sign', { ...came('b', 'three'), from: 'http://localhost:3000/fr/score?v=999b' })
  countAction('sign', { ...came('b', 'three'), from: 'not an address' })
  countAction('sign', came('b', 'three'))
  await until(async () => (await counted())?.b.sign === 1 && (await counted())?.a.visit === 5)
  expect(await counted()).toEqual({ a: { visit: 5, sign: 0, share: 0 }, b: { visit: 0, sign: 1, share: 1 } })
})
