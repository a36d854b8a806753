import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { findCampaign } from '#app/features/campaigns/queries.server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { linksOfHtml, linksOfText } from '#emails/mail-links.ts'
import { aDeliveryWorker, until } from '#prisma/factories/a-delivery-worker.ts'
import type { MailServer, ReceivedMail } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { aPicture } from '#prisma/factories/a-picture.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { aDkimKey, type DkimKey } from '../../../e2e/support/a-dkim-key.ts'
import { sendTest } from './commands/send-test.server.ts'
import { startMailing } from './commands/start-mailing.server.ts'
import { writeMailing } from './commands/write-mailing.server.ts'
import { mailingFile } from './forms.server.ts'

const now = new Date('2026-02-01T12:00:00Z')
let server: MailServer
let campaign: CampaignSummary
let key: DkimKey
let picture: { id: string; jpeg: Uint8Array }

beforeEach(async () => {
  key = aDkimKey()
  vi.stubEnv('DKIM_PRIVATE_KEY', key.signing.privateKey)
  vi.stubEnv('DKIM_DOMAIN', key.signing.domainName)
  vi.stubEnv('DKIM_SELECTOR', key.signing.keySelector)
  forgetSingleton('config')
  ;({ server, campaign } = await aMailedCampaign())
  picture = await aPicture({ campaignId: campaign.id, width: 1200, height: 800 })
})
afterEach(async () => {
  await endMailing(server)
  vi.unstubAllEnvs()
  forgetSingleton('config')
})

/** As `portevoix mailing create` does with a file. */
async function aDraftFromAFile(): Promise<string> {
  const body = (hello: string, shows: string) =>
    `${hello} {{name|à vous}},\n\n![${shows}](media:${picture.id})\n\n[lire](https://example.org/)`
  const file = mailingFile.parse({
    campaign: campaign.slug,
    fr: { subject: 'Une réponse', body: body('Bonjour', 'Une foule à midi') },
    en: { subject: 'An answer', body: body('Hello', 'A crowd at noon') },
  })
  const found = await findCampaign(file.campaign)
  const written = await writeMailing({
    actor: null,
    campaignId: found?.id ?? 0,
    texts: { fr: file.fr, en: file.en },
    now,
  })
  return written.id
}

const imagesIn = (html: string) => [...html.matchAll(/<img\b[^>]*>/g)].map(([tag]) => tag)
const sourcesIn = (html: string) =>
  [...html.matchAll(/\b(?:src|srcset|background|poster)\s*=\s*"([^"]*)"/gi)].map((match) => match[1] ?? '')

/** Everything that the letter shows came in it; nothing is fetched for it. */
async function expectItsOwnPicture({ email, raw }: ReceivedMail, alt: string): Promise<void> {
  const { html = '', text = '', attachments } = email
  const [enclosed, ...others] = attachments
  expect(others).toEqual([])
  expect(enclosed).toMatchObject({ mimeType: 'image/jpeg', disposition: 'inline', related: true })
  const name = enclosed?.contentId?.replace(/^<|>$/g, '')
  expect(sourcesIn(html)).toEqual([`cid:${name}`])
  expect(html).not.toMatch(/url\(|@import|<(?:link|script|iframe|object|embed|video|audio|source|base)\b/i)
  expect(imagesIn(html)).toEqual([expect.stringContaining(`alt="${alt}" width="540" height="360"`)])
  const content = enclosed?.content
  expect(content && typeof content !== 'string' && Buffer.from(new Uint8Array(content))).toEqual(
    Buffer.from(picture.jpeg),
  )
  expect(text).toMatch(new RegExp(`^\\[(?:Image\\u00A0|Picture): ${alt}\\]$`, 'm'))
  expect(linksOfHtml(html)).toEqual(linksOfText(text))
  expect((await key.verify(Buffer.from(raw, 'latin1'))).result).toBe('pass')
}

/** The part of a message that is the picture, headers and all. */
const pictureOf = ({ raw }: ReceivedMail) =>
  /Content-Type: image\/jpeg\r\n[\s\S]*?\r\n\r\n[\s\S]*?\r\n--/.exec(raw)?.[0]

test('a picture travels in every letter, the same bytes for all, under a signature that holds', async () => {
  await aSubscription({ campaignId: campaign.id, locale: 'fr', name: 'Zoë "Z" <zoe@x.org>' })
  await aSubscription({ campaignId: campaign.id, locale: 'fr', name: 'Jean-François N’Diaye, Dr.' })
  await aSubscription({ campaignId: campaign.id, locale: 'en' })
  const id = await aDraftFromAFile()
  expect(await startMailing({ actor: null, id, now })).toEqual({ outcome: 'started', total: 3 })
  aDeliveryWorker()
  await until(() => server.received.length === 3)
  const isFrench = ({ email }: ReceivedMail) => email.subject === 'Une réponse'
  for (const mail of server.received)
    await expectItsOwnPicture(mail, isFrench(mail) ? 'Une foule à midi' : 'A crowd at noon')
  const [one, other] = server.received.filter(isFrench)
  expect(one && pictureOf(one)).toBeDefined()
  expect(one && pictureOf(one)).toBe(other && pictureOf(other))
  expect(new Set(server.received.map(({ email }) => email.messageId)).size).toBe(3)
})

test('a test of a draft brings its picture too', async () => {
  const actor = await anActor('campaigner')
  const id = await aDraftFromAFile()
  expect(await sendTest({ actor, id, email: 'essai@example.org', locale: 'fr', now })).toEqual({ outcome: 'test-sent' })
  const [mail] = server.received
  if (!mail) throw new Error('no mail')
  await expectItsOwnPicture(mail, 'Une foule à midi')
})
