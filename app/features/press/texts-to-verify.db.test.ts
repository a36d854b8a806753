import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { mayWriteToTeam, writeToTeam } from '#app/features/mailings/commands/write-to-team.server.ts'
import { seedSheets } from '#app/features/sheets/commands/seed-sheets.server.ts'
import { retireSheet, verifySheet } from '#app/features/sheets/commands/write-sheet.server.ts'
import { deskForm } from '#app/features/sheets/form.ts'
import { tellOfTexts } from '#app/features/sheets/jobs.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { pressForm } from './press-form.ts'

let server: MailServer
let campaign: CampaignSummary
let camille: Actor

const at = (day: string) => new Date(`${day}T06:13:00Z`)
const forms = [deskForm(pressForm)]
const job = tellOfTexts({ forms, mayWrite: mayWriteToTeam, write: writeToTeam })
const look = (day: string) => job.run(at(day))

async function aText(slug: string, title: string, checkBy: string): Promise<number> {
  const words = { title, text: 'Des mots.' }
  const content = { role: 'text', email: '', phone: '', fr: words, en: words } as const
  const planted = { slug, content, verifiedOn: '2026-01-10', checkBy }
  await seedSheets({ campaignId: campaign.id, now: at('2026-01-10') }, pressForm, [planted])
  const { id } = await db().sheet.findFirstOrThrow({ where: { campaignId: campaign.id, slug }, select: { id: true } })
  return id
}

const lastText = () => server.received.at(-1)?.email.text ?? ''
const readers = () => server.received.map(({ receivers }) => receivers.join()).toSorted()

beforeEach(async () => {
  ;({ server, campaign } = await aMailedCampaign())
  camille = await anActor('campaigner')
  await anActor('moderator')
})
afterEach(() => endMailing(server))

test('whoever may campaign is told once that a text soon will be hidden, and once that it is', async () => {
  await anActor('owner')
  await aText('en-bref', 'En bref', '2026-12-31')
  await look('2026-12-09')
  expect(server.received).toHaveLength(0)
  await Promise.all([look('2026-12-10'), look('2026-12-10')])
  await look('2026-12-11')
  // Camille and who is in charge; the moderator is not concerned.
  expect(server.received).toHaveLength(2)
  expect(new Set(readers()).size).toBe(2)
  expect(readers().join()).not.toContain('moderator')
  expect(server.received[0]?.email.subject).toBe('1 texte à vérifier dans les trois semaines')
  await look('2026-12-31')
  expect(server.received).toHaveLength(2)
  await look('2027-01-01')
  await look('2027-01-02')
  expect(server.received).toHaveLength(4)
  expect(server.received.at(-1)?.email.subject).toMatch(/^1 texte est caché/)
})

test('one mail names all that is new, and a later one only what became so since', async () => {
  await aText('en-bref', 'En bref', '2026-12-01')
  await aText('les-faits', 'Les faits', '2026-12-20')
  await aText('plus-tard', 'Une autre fois', '2027-06-30')
  await look('2026-12-10')
  expect(server.received).toHaveLength(1)
  expect(lastText()).toContain('Presse (1)\u00A0: En bref')
  expect(lastText()).toContain('Presse (1)\u00A0: Les faits')
  expect(lastText()).not.toContain('Une autre fois')
  expect(lastText()).toMatch(/\/admin\/sheets$/m)
  expect(server.received[0]?.raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
  await look('2026-12-21')
  expect(server.received).toHaveLength(2)
  expect(lastText()).toContain('Les faits')
  expect(lastText()).not.toContain('En bref')
})

test('a person gets one mail a day, and the next day what came in between', async () => {
  await aText('en-bref', 'En bref', '2026-12-01')
  await look('2026-12-10')
  await aText('les-faits', 'Les faits', '2026-12-02')
  await look('2026-12-10')
  expect(server.received).toHaveLength(1)
  await look('2026-12-11')
  expect(server.received).toHaveLength(2)
  expect(lastText()).toContain('Les faits')
})

test('a text that was verified is told of again when its new day comes, and one off the site is not', async () => {
  const sheetId = await aText('en-bref', 'En bref', '2026-12-01')
  const gone = await aText('les-faits', 'Les faits', '2026-12-01')
  await retireSheet({ actor: camille, sheetId: gone, revision: 1, retired: true }, at('2026-12-02'))
  await look('2026-12-10')
  expect(server.received).toHaveLength(1)
  expect(lastText()).not.toContain('Les faits')
  await verifySheet({ actor: camille, sheetId, revision: 1, checkBy: '2027-11-30' }, at('2026-12-11'))
  await look('2026-12-12')
  expect(server.received).toHaveLength(1)
  await look('2027-12-01')
  expect(server.received).toHaveLength(2)
})

test('a mail that could not leave is tried again, and what was verified meanwhile is not in it', async () => {
  const sheetId = await aText('en-bref', 'En bref', '2026-12-01')
  await aText('les-faits', 'Les faits', '2026-12-01')
  server.behave(() => ({ code: 451, text: 'later' }))
  await look('2026-12-10')
  expect(await db().sheetReminder.count({ where: { toldOn: { not: null } } })).toBe(0)
  await verifySheet({ actor: camille, sheetId, revision: 1, checkBy: '2027-11-30' }, at('2026-12-10'))
  server.behave(() => 'accept')
  await look('2026-12-11')
  expect(server.received).toHaveLength(1)
  expect(lastText()).toContain('Les faits')
  expect(lastText()).not.toContain('En bref')
  expect(await db().sheetReminder.count({ where: { toldOn: { not: null } } })).toBe(1)
})

test('who was told of a text is forgotten with it', async () => {
  await aText('en-bref', 'En bref', '2026-12-01')
  await look('2026-12-10')
  await db().campaign.delete({ where: { id: campaign.id } })
  expect(await db().sheetReminder.count()).toBe(0)
})

test('a copy of the database that may not write tells nobody', async () => {
  await aText('en-bref', 'En bref', '2026-12-01')
  await tellOfTexts({ forms, mayWrite: async () => false, write: writeToTeam }).run(at('2026-12-10'))
  expect(server.received).toHaveLength(0)
  expect(await db().sheetReminder.count()).toBe(0)
})
