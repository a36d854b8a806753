import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { approveMailing, askApproval } from './commands/approve-mailing.server.ts'
import { setAudience } from './commands/set-audience.server.ts'
import { startMailing } from './commands/start-mailing.server.ts'
import { takeOver } from './commands/take-over.server.ts'
import { dropTrial, keepTrial } from './commands/trial.server.ts'
import { editMailing, writeMailing } from './commands/write-mailing.server.ts'
import { readDraft } from './draft-desk.server.ts'
import { findMailing } from './queries.server.ts'
import { everyone } from './rules/audience.ts'
import type { MailingTexts } from './schema.ts'

const now = new Date('2026-01-20T12:00:00Z')
const texts: MailingTexts = {
  fr: { subject: 'Une réponse', body: 'Bonjour.' },
  en: { subject: 'An answer', body: 'Hello.' },
}
const other: MailingTexts = {
  fr: { subject: 'Tout autre', body: 'Autre texte.' },
  en: { subject: 'Quite other', body: 'Other words.' },
}
type Tried = Parameters<typeof keepTrial>[1]
const tried: Tried = {
  intent: 'keep',
  subjectFr: 'Un autre',
  subjectEn: 'Another',
  share: 20,
  goal: 'sign',
  hours: 1,
}
const north = { ...everyone, departments: ['59'] }
let server: MailServer
let campaign: CampaignSummary
let ana: Actor
let bea: Actor
let cleo: Actor

beforeEach(async () => {
  ;({ server, campaign } = await aMailedCampaign())
  vi.stubEnv('MAILING_SECOND_APPROVAL', '0')
  forgetSingleton('config')
  await aSubscription({ campaignId: campaign.id })
  ana = await anActor('campaigner')
  bea = await anActor('campaigner')
  cleo = await anActor('campaigner')
})
afterEach(async () => {
  await endMailing(server)
  vi.unstubAllEnvs()
  forgetSingleton('config')
})

const written = async (actor: Actor | null) => (await writeMailing({ actor, campaignId: campaign.id, texts, now })).id
const agreed = async (actor: Actor, id: string) => (await approveMailing({ actor, id, read: null, now })).outcome

const emailOf = ({ id, role }: Actor) => `${role}-${id.slice(0, 8)}@example.org`

/** What the page of a draft says to one person. */
async function pageOf(id: string, actor: Actor) {
  const mailing = await findMailing(id)
  if (!mailing) throw new Error('There is no such mailing.')
  return (await readDraft(mailing, actor, now)).approval
}

test('whoever rewrites the draft of somebody else cannot agree to it, whether it was asked about or not', async () => {
  const id = await written(bea)
  await askApproval({ actor: bea, id, now })
  await editMailing({ actor: ana, id, texts: other, now })
  expect(await agreed(ana, id)).toBe('own')
  expect(await agreed(bea, id), 'who began it').toBe('own')
  expect((await pageOf(id, ana)).isOwn).toBe(true)
  expect(await startMailing({ actor: ana, id, now })).toMatchObject({ outcome: 'needs-approval' })
  expect((await pageOf(id, cleo)).isOwn).toBe(false)
  expect(await agreed(cleo, id)).toBe('approved')
})

test('whoever wrote a text cannot agree to it because somebody else asked', async () => {
  const id = await written(ana)
  await askApproval({ actor: bea, id, now })
  expect(await agreed(ana, id)).toBe('own')
  expect((await pageOf(id, ana)).isOwn).toBe(true)
  expect(await agreed(bea, id), 'who asked').toBe('own')
  expect(await agreed(cleo, id)).toBe('approved')
})

test('a draft of the command line is agreed to by anybody but whoever changed it since', async () => {
  const id = await written(null)
  await editMailing({ actor: ana, id, texts: other, now })
  expect(await agreed(ana, id)).toBe('own')
  expect(await agreed(bea, id)).toBe('approved')
  expect(await agreed(ana, await written(null)), 'as it was written').toBe('approved')
})

test.each([
  ['the audience', async (id: string, actor: Actor) => setAudience({ actor, id, now, audience: north })],
  ['the second subject', async (id: string, actor: Actor) => keepTrial({ actor, id, now }, { ...tried, share: 50 })],
  ['that there is one subject', async (id: string, actor: Actor) => dropTrial({ actor, id, now })],
])('whoever changed %s last cannot agree', async (_what, change) => {
  const id = await written(bea)
  await keepTrial({ actor: bea, id, now }, tried)
  await change(id, ana)
  expect(await agreed(ana, id)).toBe('own')
  expect(await agreed(cleo, id)).toBe('approved')
})

test('to save what is there already changes nobody’s part and takes no yes back', async () => {
  const id = await written(bea)
  await keepTrial({ actor: bea, id, now }, tried)
  await editMailing({ actor: ana, id, texts: other, now })
  await setAudience({ actor: cleo, id, now, audience: everyone })
  await keepTrial({ actor: cleo, id, now }, tried)
  await editMailing({ actor: cleo, id, texts: other, now })
  expect(await agreed(ana, id)).toBe('own')
  expect(await agreed(cleo, id)).toBe('approved')
  await setAudience({ actor: ana, id, now, audience: everyone })
  await keepTrial({ actor: ana, id, now }, tried)
  expect((await findMailing(id))?.approvedById).toBe(cleo.id)
})

test('where everybody had a part the page says who may take the draft over, and only then somebody else may agree', async () => {
  await db().staffMember.update({ where: { id: cleo.id }, data: { state: 'removed' } })
  const id = await written(ana)
  expect(await pageOf(id, ana)).toMatchObject({ others: [emailOf(bea)], mayTakeOver: false, othersTakeOver: [] })
  const { read } = await pageOf(id, ana)
  expect(await takeOver({ actor: ana, id, read, now }), 'somebody may agree').toEqual({ outcome: 'no-need' })
  await editMailing({ actor: bea, id, texts: other, now })
  expect(await pageOf(id, ana)).toMatchObject({ isOwn: true, others: [], mayTakeOver: true, othersTakeOver: [] })
  expect(await pageOf(id, bea)).toMatchObject({ isOwn: true, mayTakeOver: false, othersTakeOver: [emailOf(ana)] })
  const page = (await pageOf(id, bea)).read
  expect(await takeOver({ actor: bea, id, read: page, now }), 'it would leave nobody').toEqual({ outcome: 'no-need' })
  expect(await takeOver({ actor: ana, id, read, now }), 'as it was before').toEqual({ outcome: 'text-changed' })
  expect(await takeOver({ actor: ana, id, read: page, now })).toEqual({ outcome: 'taken-over' })
  expect(await agreed(ana, id)).toBe('own')
  expect(await agreed(bea, id)).toBe('approved')
})

test('who is alone in the team is told that nobody may agree', async () => {
  for (const { id } of [bea, cleo]) await db().staffMember.update({ where: { id }, data: { state: 'removed' } })
  await anActor('moderator')
  const id = await written(ana)
  expect(await pageOf(id, ana)).toMatchObject({ others: [], mayTakeOver: false, othersTakeOver: [] })
})

test('a yes that fell with a change is remembered, with its day, until there is another one', async () => {
  const id = await written(ana)
  expect((await pageOf(id, ana)).fell).toBeNull()
  await askApproval({ actor: ana, id, now })
  await editMailing({ actor: ana, id, texts: other, now })
  expect((await pageOf(id, ana)).fell).toEqual({ at: now.toISOString(), of: null })
  await agreed(bea, id)
  expect((await pageOf(id, ana)).fell).toBeNull()
  await setAudience({ actor: ana, id, now, audience: north })
  expect((await pageOf(id, bea)).fell).toEqual({ at: now.toISOString(), of: emailOf(bea) })
  await askApproval({ actor: ana, id, now })
  expect((await pageOf(id, bea)).fell, 'whoever reads again knows').not.toBeNull()
})

const stale: Array<[string, (id: string) => Promise<unknown>]> = [
  ['another text', async (id) => editMailing({ actor: bea, id, texts: other, now })],
  ['other readers', async (id) => setAudience({ actor: bea, id, now, audience: north })],
  ['one subject', async (id) => dropTrial({ actor: bea, id, now })],
]
const others: Array<Partial<Tried>> = [
  { subjectFr: 'Jamais lu' },
  { subjectEn: 'Never read' },
  { share: 50 },
  { goal: 'visit' },
  { hours: 0 },
]
for (const changed of others)
  stale.push([
    `a trial with ${JSON.stringify(changed)}`,
    async (id) => keepTrial({ actor: bea, id, now }, { ...tried, ...changed }),
  ])
test.each(stale)('a page that was open before agrees to nothing of %s', async (_what, change) => {
  const id = await written(bea)
  await keepTrial({ actor: bea, id, now }, tried)
  const { read } = await pageOf(id, cleo)
  await change(id)
  expect(await approveMailing({ actor: cleo, id, read, now })).toEqual({ outcome: 'text-changed' })
  expect((await findMailing(id))?.approvedById).toBeNull()
  expect(await approveMailing({ actor: cleo, id, read: (await pageOf(id, cleo)).read, now })).toEqual({
    outcome: 'approved',
  })
})
