import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { cancelMailing } from '#app/features/mailings/commands/move-mailing.server.ts'
import { findMailing } from '#app/features/mailings/queries.server.ts'
import type { NewsForm } from '#app/features/mailings/rules/news-form.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { aQuickPack } from '#prisma/factories/a-quick-pack.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { actOnHandover } from './act.server.ts'
import { remindTeam } from './commands/remind-team.server.ts'
import { takeBackAnswer, tellAnswered, tellDelivered } from './commands/tell.server.ts'
import { findForDesk } from './queries/for-team.server.ts'
import { listDue } from './queries/due.server.ts'
import { findPublicHandover } from './queries/public.server.ts'

let server: MailServer
let campaign: CampaignSummary
let camille: Actor
let id: number

const at = (day: string) => new Date(`${day}T10:00:00Z`)
const telling = (day: string) => ({ actor: camille, campaignId: campaign.id, id, now: at(day) })
const delivered = { deliveredOn: '2026-03-05', how: 'hand', by: 'delegation', dueOn: null } as const
const answered = { intent: 'answer', answeredOn: '2026-04-01', answerUrl: null } as const
const words = { ...answered, answerFr: 'Nous lisons.\n\n{{name}}', answerEn: 'We read.' }
const shown = (today: string) => findPublicHandover({ campaignId: campaign.id, id, locale: 'fr', today })

beforeEach(async () => {
  ;({ server, campaign } = await aMailedCampaign())
  camille = await anActor('campaigner')
  await anActor('moderator')
  await anActor('owner')
  id = await aQuickPack(campaign.id, at('2026-03-01'))
})
afterEach(() => endMailing(server))

test('the day is computed from the delivery and its basis, and the page counts the days from there', async () => {
  await tellDelivered(telling('2026-03-06'), { ...delivered, dueOn: '2030-01-01', dueBasis: 'documents' })
  expect(await shown('2026-04-05')).toMatchObject({
    dueOn: '2026-04-05',
    due: { basis: 'documents', source: '', url: null },
    clock: { phase: 'waiting', waited: 31, dueIn: 0 },
  })
  expect(await shown('2026-04-07')).toMatchObject({ clock: { phase: 'silent', silentFor: 2 } })
  await tellDelivered(telling('2026-03-06'), { ...delivered, deliveredOn: '2026-03-06', dueBasis: 'silence' })
  expect(await shown('2026-03-07')).toMatchObject({ dueOn: '2026-05-06', standing: 'waiting' })
  const source = { dueSourceFr: 'Une charte', dueSourceEn: 'A charter', dueSourceUrl: 'https://example.org/charte' }
  await tellDelivered(telling('2026-03-06'), { ...delivered, dueOn: '2026-04-20', dueBasis: 'other', ...source })
  expect(await shown('2026-03-07')).toMatchObject({
    dueOn: '2026-04-20',
    due: { basis: 'other', source: 'Une charte', url: 'https://example.org/charte' },
  })
  await tellDelivered(telling('2026-03-06'), { ...delivered, ...source })
  expect(await shown('2026-03-07')).toMatchObject({ dueOn: null, due: { basis: null, source: '', url: null } })
})

test('no row says on what a day rests that it does not have', async () => {
  await tellDelivered(telling('2026-03-06'), delivered)
  await expect(db().handover.update({ where: { id }, data: { dueBasis: 'documents' } })).rejects.toThrow(
    /due_basis|constraint/,
  )
})

test('everyone who may campaign is reminded once before the day and once after it, and nobody of an answer', async () => {
  await tellDelivered(telling('2026-03-06'), { ...delivered, dueBasis: 'documents' })
  await remindTeam(at('2026-04-01'))
  expect(server.received).toHaveLength(0)
  await Promise.all([remindTeam(at('2026-04-02')), remindTeam(at('2026-04-02'))])
  await remindTeam(at('2026-04-03'))
  // Camille and who is in charge; the moderator is not concerned.
  expect(server.received).toHaveLength(2)
  expect(new Set(server.received.flatMap(({ receivers }) => receivers)).size).toBe(2)
  expect(server.received[0]?.email.subject).toContain('5 avril 2026')
  expect(server.received[0]?.email.text).toContain(`/admin/campaigns/${campaign.slug}/deliveries/${id}`)
  await remindTeam(at('2026-04-06'))
  await remindTeam(at('2026-04-07'))
  expect(server.received).toHaveLength(4)
  expect(server.received.at(-1)?.email.subject).toMatch(/^Pas de réponse/)
  await tellDelivered(telling('2026-04-07'), { ...delivered, dueOn: '2026-04-10', dueBasis: 'asked' })
  await tellAnswered(telling('2026-04-07'), words)
  await remindTeam(at('2026-04-12'))
  expect(server.received).toHaveLength(4)
})

test('a mail that could not leave is tried again, with the same name', async () => {
  await tellDelivered(telling('2026-03-06'), { ...delivered, dueBasis: 'documents' })
  server.behave(() => ({ code: 451, text: 'later' }))
  await remindTeam(at('2026-04-03'))
  expect(await db().handoverReminder.count({ where: { toldAt: { not: null } } })).toBe(0)
  server.behave(() => 'accept')
  await remindTeam(new Date('2026-04-03T11:00:00Z'))
  expect(await db().handoverReminder.count({ where: { toldAt: { not: null } } })).toBe(2)
  expect(new Set(server.received.map(({ email }) => email.messageId)).size).toBe(2)
})

const press = async (intent: NewsForm['intent'], about: string, today: string) =>
  actOnHandover({ intent, about, because: 'déjà dit' }, { actor: camille, campaign, id, now: at(today) })
const waiting = async (today: string) => (await listDue(today)).map(({ kind, day }) => `${kind} ${day}`)

test('an answer waits for the team until its letter leaves, or somebody says why there is none', async () => {
  await tellDelivered(telling('2026-03-06'), { ...delivered, dueBasis: 'documents' })
  expect(await waiting('2026-04-01')).toEqual([])
  expect(await waiting('2026-04-02')).toEqual(['soon 2026-04-05'])
  await tellAnswered(telling('2026-04-02'), words)
  expect(await waiting('2026-04-02')).toEqual(['untold 2026-04-01'])
  const about = `handover:${id}:answer`
  const went = await press('news-prepare', about, '2026-04-02')
  const letterId = 'go' in went ? went.go.replace('/admin/mailings/', '') : ''
  const letter = await findMailing(letterId)
  expect(letter).toMatchObject({ state: 'draft', audience: {} })
  expect(letter?.texts.fr.body).toContain('> Nous lisons.\n>\n> { {name}}')
  expect(letter?.texts.en.body).toContain('> We read.')
  expect(letter?.texts.fr.body).toContain(`/fr/${campaign.slug}/deliveries/${id})`)
  expect(await press('news-prepare', about, '2026-04-02'), 'the second finds the first').toEqual(went)
  expect(await press('news-aside', about, '2026-04-02')).toMatchObject({ done: false })
  expect(await waiting('2026-04-02')).toEqual(['untold 2026-04-01'])
  await db().mailing.update({ where: { id: letterId }, data: { state: 'sent' } })
  expect(await waiting('2026-04-02')).toEqual([])
})

test('a letter that was dropped is offered again, and an answer that was taken back is news again', async () => {
  await tellDelivered(telling('2026-03-06'), { ...delivered, dueBasis: 'documents' })
  await tellAnswered(telling('2026-04-02'), words)
  const about = `handover:${id}:answer`
  const went = await press('news-prepare', about, '2026-04-02')
  await cancelMailing({
    actor: camille,
    id: 'go' in went ? went.go.replace('/admin/mailings/', '') : '',
    now: at('2026-04-02'),
  })
  expect(await press('news-aside', about, '2026-04-02')).toMatchObject({ done: true })
  expect(await waiting('2026-04-02')).toEqual([])
  expect(await press('news-prepare', about, '2026-04-02')).toMatchObject({ done: false })
  await takeBackAnswer(telling('2026-04-02'))
  await tellAnswered(telling('2026-04-02'), words)
  expect(await waiting('2026-04-02')).toEqual(['untold 2026-04-01'])
})

test('of a silence there is a letter too, and none of what is not so', async () => {
  await tellDelivered(telling('2026-03-06'), { ...delivered, dueBasis: 'documents' })
  const about = `handover:${id}:silence`
  expect(await press('news-prepare', about, '2026-04-05'), 'it is not silent yet').toMatchObject({ done: false })
  expect(await press('news-prepare', `handover:${id + 1}:silence`, '2026-04-06')).toMatchObject({ done: false })
  expect(await waiting('2026-04-06')).toEqual(['silent 2026-04-05'])
  expect(await press('news-prepare', about, '2026-04-06')).toHaveProperty('go')
  expect(await press('news-again', about, '2026-04-06')).toMatchObject({ done: false })
  expect((await findForDesk(campaign.id, id))?.dueBasis).toBe('documents')
})
