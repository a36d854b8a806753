import { beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { letterPictureLimits } from '#app/infra/pictures/limits.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { until } from '#prisma/factories/a-delivery-worker.ts'
import { aMailing } from '#prisma/factories/a-mailing.ts'
import { aPicture } from '#prisma/factories/a-picture.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { hostilePictures } from '../../../e2e/support/hostile-files.ts'
import { onePage } from '../../../e2e/support/pdf-parts.ts'
import { readUpdate } from './archive.server.ts'
import { cancelMailing } from './commands/move-mailing.server.ts'
import { addPicture } from './commands/pictures/add-picture.server.ts'
import { describePicture } from './commands/pictures/describe-picture.server.ts'
import { holdPictures } from './commands/pictures/hold-pictures.server.ts'
import { removePicture } from './commands/pictures/remove-picture.server.ts'
import { scheduleMailing } from './commands/schedule-mailing.server.ts'
import { startMailing } from './commands/start-mailing.server.ts'
import { showLetter } from './preview.server.ts'
import { findMailing, findUpdate } from './queries.server.ts'
import { findPictureForTeam, findPublicPicture, listPictures } from './queries/pictures.server.ts'
import { mostPictures } from './rules/pictures.ts'

const now = new Date('2026-01-20T12:00:00Z')
const said = { altFr: 'Une foule', altEn: 'A crowd', decorative: false }
let campaign: CampaignSummary
let actor: Actor

beforeEach(async () => {
  campaign = await aCampaign()
  actor = await anActor('campaigner')
})

const deeds = async () =>
  (await db().auditEntry.findMany({ orderBy: { seq: 'asc' }, select: { action: true } })).map(({ action }) => action)
const sample = async (name: string) => (await hostilePictures[name]?.[0]()) ?? Buffer.alloc(0)
/** Time enough on a machine that does other things too. */
const patient = { ...letterPictureLimits, milliseconds: 60_000 }
const adding = (file: Uint8Array) => addPicture({ actor, campaignId: campaign.id, file, ...said, now }, patient)
const removing = (id: string, of = campaign) => removePicture({ actor, campaignId: of.id, id, now })

async function aDraftWith(id: string, of = campaign): Promise<string> {
  await aSubscription({ campaignId: of.id })
  const texts = {
    fr: { subject: 'Une réponse', body: `Bonjour.\n\n![Une foule](media:${id})` },
    en: { subject: 'An answer', body: `Hello.\n\n![A crowd](media:${id})` },
  }
  return (await aMailing({ campaignId: of.id, texts })).id
}

test('a picture is drawn anew, kept with what it shows, and has an address nobody guesses', async () => {
  const answer = await adding(await sample('a JPEG with GPS'))
  expect(answer).toMatchObject({ outcome: 'added', id: expect.stringMatching(/^[\da-f]{24}$/) })
  const [kept] = await listPictures(campaign.id)
  expect(kept).toMatchObject({ ...said, width: 160, height: 120, sentIn: 0, wantedIn: 0 })
  const jpeg = Buffer.from((await findPictureForTeam(kept?.id ?? '')) ?? [])
  expect(jpeg.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]))
  expect(jpeg.length).toBe(kept?.size)
  expect(jpeg.toString('latin1')).not.toContain('zqmark')
  expect(await findPublicPicture(kept?.id ?? '')).toBeNull()
  expect(await deeds()).toEqual(['picture.added'])
}, 90_000)

test('what is no picture is refused with its reason, and nothing is kept', async () => {
  expect(await adding(await sample('an SVG with a script, called a PNG'))).toEqual({
    outcome: 'refused',
    reason: 'unknown-kind',
  })
  expect(await adding(onePage())).toEqual({ outcome: 'refused', reason: 'unknown-kind' })
  expect(await adding(await sample('half a JPEG'))).toEqual({ outcome: 'refused', reason: 'broken' })
  expect(await db().picture.count()).toBe(0)
  expect(await deeds()).toEqual([])
}, 90_000)

test('a campaign has so many pictures and no more, whoever adds at the same moment', async () => {
  const { id } = await aPicture({ campaignId: campaign.id })
  await db().$executeRaw`
    insert into picture select lpad(to_hex(n), 24, '0'), campaign_id, jpeg, size, width, height, alt_fr, alt_en, decorative, created_at, created_by_id
    from picture, generate_series(1, ${mostPictures - 2}::int) n where id = ${id}`
  const png = await sample('one pixel')
  const answers = await Promise.all([adding(png), adding(png)])
  expect(answers.map(({ outcome }) => outcome).toSorted()).toEqual(['added', 'full'])
  expect(await db().picture.count()).toBe(mostPictures)
}, 90_000)

test('what a picture shows is told anew; one of another campaign is not touched', async () => {
  const { id } = await aPicture({ campaignId: campaign.id })
  const other = await aCampaign()
  const telling = { actor, id, altFr: 'Une marche', altEn: 'A march', decorative: true, now }
  expect(await describePicture({ ...telling, campaignId: other.id })).toEqual({ outcome: 'unknown' })
  expect(await removing(id, other)).toEqual({ outcome: 'unknown' })
  expect(await describePicture({ ...telling, campaignId: campaign.id })).toEqual({ outcome: 'described' })
  expect(await listPictures(campaign.id)).toMatchObject([{ altFr: 'Une marche', altEn: 'A march', decorative: true }])
})

test('a picture of a letter that was sent stays and is public; before, neither', async () => {
  const { id, jpeg } = await aPicture({ campaignId: campaign.id })
  const mailing = await aDraftWith(id)
  expect(await listPictures(campaign.id)).toMatchObject([{ sentIn: 0, wantedIn: 1 }])
  expect(await findPublicPicture(id)).toBeNull()
  expect(await startMailing({ actor, id: mailing, now })).toEqual({ outcome: 'started', total: 1 })
  expect(await listPictures(campaign.id)).toMatchObject([{ sentIn: 1, wantedIn: 0 }])
  expect(Buffer.from((await findPublicPicture(id)) ?? [])).toEqual(Buffer.from(jpeg))
  expect(await removing(id)).toEqual({ outcome: 'was-sent' })
  expect(await cancelMailing({ actor, id: mailing, now })).toEqual({ outcome: 'moved' })
  expect(await findPublicPicture(id), 'nobody was sent it').toBeNull()
  expect(await removing(id)).toEqual({ outcome: 'removed' })
  expect(await deeds()).toEqual(['mailing.started', 'mailing.cancelled', 'picture.removed'])
})

test('a draft without its picture does not begin, and a letter that waits for its hour keeps it', async () => {
  const [gone, kept] = [await aPicture({ campaignId: campaign.id }), await aPicture({ campaignId: campaign.id })]
  const draft = await aDraftWith(gone.id)
  expect(await removing(gone.id)).toEqual({ outcome: 'removed' })
  expect(await startMailing({ actor, id: draft, now })).toMatchObject({
    outcome: 'faults',
    findings: [
      { code: 'image-unknown', locale: 'fr', line: 3 },
      { code: 'image-unknown', locale: 'en' },
    ],
  })
  expect(await db().pictureUse.count()).toBe(0)
  const waiting = await aDraftWith(kept.id)
  const at = new Date(now.getTime() + 600_000)
  expect(await scheduleMailing({ actor, id: waiting, at, now })).toEqual({ outcome: 'scheduled' })
  expect(await removing(kept.id)).toEqual({ outcome: 'waits' })
})

const somebodyWaits = async () => {
  const waiting = await db().$queryRaw<object[]>`
    select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return waiting.length > 0
}

test('whoever removes a picture while a letter with it begins waits, and comes too late', async () => {
  const { id } = await aPicture({ campaignId: campaign.id })
  const mailing = await aDraftWith(id)
  const removed = await db().$transaction(async (tx) => {
    await tx.mailing.update({ where: { id: mailing }, data: { state: 'sending', startedAt: now } })
    await holdPictures(tx, mailing, campaign.id)
    const removal = removing(id)
    await until(somebodyWaits)
    return { removal }
  })
  expect(await removed.removal).toEqual({ outcome: 'was-sent' })
  expect(await findPublicPicture(id)).not.toBeNull()
})

test('a picture of another campaign is none of this one', async () => {
  const { id } = await aPicture({ campaignId: (await aCampaign()).id })
  const mailing = await aDraftWith(id)
  expect(await startMailing({ actor, id: mailing, now })).toMatchObject({ outcome: 'faults' })
})

test('the team’s frame holds the picture itself, the archive and the feed lead to our own address', async () => {
  const { id, jpeg } = await aPicture({ campaignId: campaign.id, width: 1200, height: 900 })
  const mailingId = await aDraftWith(id)
  const mailing = await findMailing(mailingId)
  const shown = mailing && (await showLetter(mailing, { locale: 'fr', reader: 'usual' }))
  expect(shown).toContain(
    `<img src="data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}" alt="Une foule" width="540" height="405"`,
  )
  expect(shown).not.toContain('cid:')
  await startMailing({ actor, id: mailingId, now })
  const update = await findUpdate(campaign.id, { id: mailingId, locale: 'en' })
  if (!update) throw new Error('no update')
  const read = (origin?: string) => readUpdate({ campaign, locale: 'en', ...(origin ? { origin } : {}) }, update)
  expect(await read()).toContain(`<img src="/media/${id}.jpg" alt="A crowd" width="540" height="405" />`)
  expect(await read('https://petition.example.org')).toContain(`src="https://petition.example.org/media/${id}.jpg"`)
})
