import { readFile } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aDeliveryWorker, until } from '#prisma/factories/a-delivery-worker.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { aMailing } from '#prisma/factories/a-mailing.ts'
import { isSent } from '#prisma/factories/a-started-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { linksOfHtml, linksOfText } from '#emails/mail-links.ts'
import { startMailing } from './commands/start-mailing.server.ts'
import { chooseWinner, countTried, dropTrial, endTrials, keepTrial } from './commands/trial.server.ts'
import { findTrial } from './queries/trial.server.ts'
import { isMark, mostOfOneNetwork } from './rules/trial.ts'

const now = new Date('2026-01-20T12:00:00Z')
const second = {
  intent: 'keep',
  subjectFr: 'Le deuxième objet',
  subjectEn: 'The second subject',
  share: 50,
  goal: 'visit',
  hours: 0,
} as const
let server: MailServer
let campaign: CampaignSummary

beforeEach(async () => {
  ;({ server, campaign } = await aMailedCampaign())
})
afterEach(() => endMailing(server))

/** A mailing that tries two subjects, with so many readers, begun. */
async function aTriedMailing(readers: number, changed: object = {}) {
  for (let n = 0; n < readers; n += 1) await aSubscription({ campaignId: campaign.id })
  const actor = await anActor('campaigner')
  const texts = {
    fr: {
      subject: 'Une réponse',
      body: `Bonjour. [Lire](http://localhost:3000/fr/score/numbers#top), [ailleurs](https://example.org/a?b=1).`,
    },
    en: { subject: 'An answer', body: 'Hello.' },
  }
  const { id } = await aMailing({ campaignId: campaign.id, texts })
  const moving = { actor, id, now }
  await keepTrial(moving, { ...second, ...changed })
  await startMailing(moving)
  return { id, moving, ...(await marksOf(id)) }
}

async function marksOf(mailingId: string): Promise<{ markA: string; markB: string }> {
  const { markA, markB } = await db().mailingTrial.findUniqueOrThrow({ where: { mailingId } })
  if (markA === null || markB === null) throw new Error('nothing was drawn')
  return { markA, markB }
}

const countOf = (mailingId: string, variant: string | null) => db().delivery.count({ where: { mailingId, variant } })
const subjects = () => server.received.map(({ email }) => email.subject ?? '')

test('a share tries one of two subjects, the others wait for the outcome and get it, everyone once', async () => {
  const { id, moving, markA, markB } = await aTriedMailing(60)
  const [a, b, rest] = await Promise.all([countOf(id, 'a'), countOf(id, 'b'), countOf(id, null)])
  expect(a + b + rest).toBe(60)
  expect(Math.min(a, b, rest)).toBeGreaterThan(3)
  const worker = aDeliveryWorker()
  await until(() => server.received.length === a + b)
  expect(subjects().filter((subject) => subject === 'Une réponse')).toHaveLength(a)
  expect(subjects().filter((subject) => subject === second.subjectFr)).toHaveLength(b)
  await until(async () => (await findTrial(id))?.letters.b === b)
  expect(await chooseWinner(moving, 'b')).toEqual({ outcome: 'moved' })
  await until(isSent(id))
  await worker.stop()
  expect(subjects().filter((subject) => subject === second.subjectFr)).toHaveLength(b + rest)
  expect(new Set(server.received.flatMap(({ receivers }) => receivers)).size).toBe(60)
  expect(server.received).toHaveLength(60)
  const marked = (mark: string) =>
    server.received.filter(({ email }) => `${email.text} ${email.html}`.includes(`?v=${mark}`)).length
  expect([marked(markA), marked(markB), marked('')], 'the rest carries no mark').toEqual([a, b, a + b])
})

test('two readers of the same subject get the same links, but for their own pages', async () => {
  const { markB } = await aTriedMailing(40)
  aDeliveryWorker()
  const subjects = () => new Set(server.received.map(({ email }) => email.subject)).size
  await until(() => server.received.length > 6 && subjects() > 1)
  const own = /\/(?:unsubscribe|me)\//
  const linksBy = new Map<string, Set<string>>()
  for (const { email } of server.received) {
    const links = linksOfHtml(email.html ?? '')
    expect(linksOfText(email.text ?? '')).toEqual(links)
    for (const link of links.filter((one) => own.test(one))) expect(link).not.toContain('v=')
    const kept = linksBy.get(email.subject ?? '') ?? new Set()
    linksBy.set(email.subject ?? '', kept.add(JSON.stringify(links.filter((one) => !own.test(one)))))
  }
  expect([...linksBy.values()].map((kinds) => kinds.size)).toEqual([1, 1])
  const links = JSON.stringify([...(linksBy.get(second.subjectFr) ?? [])])
  expect(links).toContain(`/fr/score/numbers?v=${markB}#top`)
  expect(links).toContain('https://example.org/a?b=1')
})

test('what is done counts while the trial goes on, and for a mark that exists', async () => {
  const { id, moving, markA, markB } = await aTriedMailing(2)
  const { number } = await db().mailingTrial.findUniqueOrThrow({ where: { mailingId: id }, select: { number: true } })
  expect(await countTried(markB, 'sign')).toBe(true)
  for (const guessed of [`${number}a`, `${number}b`, 'aB3_-aB3_-aB3_-a', `${markB}a`])
    expect(await countTried(guessed, 'sign')).toBe(false)
  await chooseWinner(moving, 'a')
  expect(await countTried(markB, 'sign'), 'the trial is over').toBe(false)
  expect((await findTrial(id))?.actions).toEqual({
    a: { visit: 0, sign: 0, share: 0 },
    b: { visit: 0, sign: 1, share: 0 },
  })
  expect(markA).not.toBe(markB)
})

test('letters that are out with a number count on, and a trial that was kept without marks gets them when it begins', async () => {
  const { id } = await aTriedMailing(2)
  await db().mailingTrial.update({
    where: { mailingId: id },
    data: { markA: '7a', markB: '7b' },
    select: { number: true },
  })
  expect(await countTried('7b', 'visit')).toBe(true)
  expect((await findTrial(id))?.actions.b.visit).toBe(1)
  const moving = { actor: await anActor('campaigner'), id: (await aMailing({ campaignId: campaign.id })).id, now }
  await keepTrial(moving, second)
  await db().mailingTrial.updateMany({ where: { mailingId: moving.id }, data: { markA: null, markB: null } })
  await startMailing(moving)
  const { markA, markB } = await marksOf(moving.id)
  expect([markA, markB].map((mark) => mark.length)).toEqual([16, 16])
})

test('the migration that draws marks leaves letters that are out their number, and draws for drafts', async () => {
  const { id: begun } = await aTriedMailing(2)
  const { id: draft } = await aMailing({ campaignId: campaign.id })
  await keepTrial({ actor: await anActor('campaigner'), id: draft, now }, second)
  await db().mailingTrial.updateMany({ data: { markA: null, markB: null } })
  const file = await readFile('prisma/migrations/0090_marks_that_cannot_be_guessed/migration.sql', 'utf8')
  for (const statement of file.split(';').filter((one) => one.includes('UPDATE'))) await pool().query(statement)
  const { number } = await db().mailingTrial.findUniqueOrThrow({
    where: { mailingId: begun },
    select: { number: true },
  })
  expect(await marksOf(begun)).toEqual({ markA: `${number}a`, markB: `${number}b` })
  const { markA, markB } = await marksOf(draft)
  expect([isMark(markA), isMark(markB), markA.length, markA === markB]).toEqual([true, true, 16, false])
})

test('the clock chooses the one ahead once the time is over, and goes on where a worker was lost', async () => {
  const { id, markB } = await aTriedMailing(20, { hours: 2 })
  await db().delivery.updateMany({
    where: { mailingId: id, variant: { not: null } },
    data: { state: 'handed_over', endedAt: now },
  })
  for (let n = 0; n <= mostOfOneNetwork; n += 1) await countTried(markB, 'visit')
  await db().mailing.update({ where: { id }, data: { startedAt: new Date(Date.now() - 119 * 60_000) } })
  await endTrials()
  expect((await findTrial(id))?.winner).toBeNull()
  await db().mailing.update({ where: { id }, data: { startedAt: new Date(Date.now() - 121 * 60_000) } })
  await endTrials()
  expect(await findTrial(id)).toMatchObject({ winner: 'b', byHand: false, comparison: { leader: 'b', says: 'few' } })
  expect(await db().auditEntry.findFirst({ orderBy: { seq: 'desc' } })).toMatchObject({
    staffId: null,
    action: 'mailing.trial-decided',
    detail: { winner: 'b' },
  })
  const due = async () =>
    (
      await db().$queryRaw<
        { n: number }[]
      >`select count(*)::int as n from delivery where variant is null and due_at < 'infinity'`
    )[0]?.n
  const rest = await countOf(id, null)
  expect(await due()).toBe(rest)
  await db().$executeRaw`update delivery set due_at = 'infinity' where variant is null`
  await endTrials()
  expect(await due(), 'said, and not done yet').toBe(rest)
})

test('a trial belongs to a draft: kept, dropped, chosen once, and never after it has begun', async () => {
  const actor = await anActor('campaigner')
  const { id } = await aMailing({ campaignId: campaign.id })
  const moving = { actor, id, now }
  await keepTrial(moving, second)
  expect(await chooseWinner(moving, 'a'), 'nothing has been sent').toEqual({ outcome: 'not-possible' })
  await dropTrial(moving)
  expect(await findTrial(id)).toBeNull()
  await keepTrial(moving, second)
  await aSubscription({ campaignId: campaign.id })
  await startMailing(moving)
  expect(await keepTrial(moving, { ...second, share: 10 })).toEqual({ outcome: 'not-possible' })
  expect(await dropTrial(moving)).toEqual({ outcome: 'not-possible' })
  expect(await Promise.all([chooseWinner(moving, 'a'), chooseWinner(moving, 'b')])).toEqual(
    expect.arrayContaining([{ outcome: 'moved' }, { outcome: 'not-possible' }]),
  )
})
