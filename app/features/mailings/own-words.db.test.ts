import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { aDeliveryWorker, until } from '#prisma/factories/a-delivery-worker.ts'
import type { MailServer } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { aMailing } from '#prisma/factories/a-mailing.ts'
import { isSent } from '#prisma/factories/a-started-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { linksOfHtml, linksOfText } from '#emails/mail-links.ts'
import { readUpdate } from './archive.server.ts'
import { startMailing } from './commands/start-mailing.server.ts'
import { wordsOf } from './jobs/deliver/reader-fields.server.ts'
import { findMailing, findUpdate } from './queries.server.ts'

const now = new Date('2026-01-20T12:00:00Z')
let server: MailServer
let campaign: CampaignSummary

beforeEach(async () => {
  ;({ server, campaign } = await aMailedCampaign())
})
afterEach(() => endMailing(server))

async function begun(body: string): Promise<string> {
  const text = { subject: 'Une réponse', body }
  const { id } = await aMailing({ campaignId: campaign.id, texts: { fr: text, en: { ...text, subject: 'An answer' } } })
  expect(await startMailing({ actor: await anActor('campaigner'), id, now })).toMatchObject({ outcome: 'started' })
  return id
}

const hostile = [
  'Zoë "Z" <zoe@x.org>',
  "<script>alert(1)</script> & l'autre",
  '.\r\nBcc: x@example.org\r\n',
  `${'é'.repeat(300)} fin`,
  'ليلى المثال',
  '=?utf-8?q?=41?= a=b=\u202Ec',
]

test('each reader finds their own name in both versions, whatever they are called, and the same links as everyone', async () => {
  for (const name of hostile) await aSubscription({ campaignId: campaign.id, name })
  await begun('Bonjour {{name|à vous}}, oui **{{name|à vous}}** ! [lire](https://example.org/lettre)')
  aDeliveryWorker()
  await until(() => server.received.length === hostile.length)
  const own = /\/(me|unsubscribe)\//
  const common = ({ html = '' }: { html?: string | undefined }) => linksOfHtml(html).filter((link) => !own.test(link))
  const bodies = server.received.map(({ email }) => email)
  for (const { html = '', text = '' } of bodies) {
    expect(linksOfText(text)).toEqual(linksOfHtml(html))
    expect(common({ html })).toEqual(common(bodies[0] ?? {}))
    expect(html).not.toMatch(/<script|<zoe/)
  }
  const unwrapped = bodies.map(({ text = '' }) => text.replace(/\s+/g, ' '))
  for (const name of hostile)
    expect(unwrapped.filter((text) => text.includes(`Bonjour ${wordsOf(name)}, oui *${wordsOf(name)}*`))).toHaveLength(
      1,
    )
  for (const { raw, receivers } of server.received) {
    expect(receivers).toHaveLength(1)
    expect(raw.slice(0, raw.indexOf('\r\n\r\n'))).not.toMatch(/^bcc:/im)
    for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(400)
  }
})

test('who has no name that we know, or lives nowhere that we know, is greeted all the same', async () => {
  await aSubscription({ campaignId: campaign.id, name: '\u202E' })
  await begun('Bonjour {{name|à vous <3}} de {{department|chez vous}}, {{count}} fois.')
  aDeliveryWorker()
  await until(() => server.received.length === 1)
  expect(server.received[0]?.email.text?.replace(/\s+/g, ' ')).toContain('Bonjour à vous <3 de chez vous, 0 fois.')
  expect(server.received[0]?.email.html).toContain('<bdi>à vous &lt;3</bdi> de <bdi>chez vous</bdi>')
})

const aQuoted = async () => {
  const { id } = await aTestimony({ campaignId: campaign.id, state: 'published', uses: ['quote', 'press', 'publish'] })
  await db().testimony.update({ where: { id }, data: { publishedQuote: 'Assez [[nom]].' } })
  return id
}

test('a quote goes out with its source; once taken back nobody else gets it, and the archive says so', async () => {
  const quoted = await aQuoted()
  await aSubscription({ campaignId: campaign.id, locale: 'fr' })
  const first = await begun(`Lisez :\n\n{{quote:${quoted}}}`)
  const worker = aDeliveryWorker()
  await until(isSent(first))
  await worker.stop()
  expect(server.received[0]?.email.text).toContain('> «\u00A0Assez [nom].\u00A0»')
  const second = await begun(`Encore :\n\n{{quote:${quoted}}}`)
  await db().testimony.update({ where: { id: quoted }, data: { uses: ['publish'] } })
  forgetSingleton('stationery')
  aDeliveryWorker()
  await until(async () => (await findMailing(second))?.state === 'paused')
  expect(await db().mailing.findUnique({ where: { id: second }, select: { pausedBecause: true } })).toEqual({
    pausedBecause: 'quote',
  })
  expect(await db().delivery.count({ where: { mailingId: second, state: 'queued' } })).toBe(1)
  expect(server.received).toHaveLength(1)
  const update = await findUpdate(campaign.id, { id: first, locale: 'fr' })
  const shown = update && (await readUpdate({ campaign, locale: 'fr' }, update))
  expect(shown).toContain('Une citation se trouvait ici')
  expect(shown).not.toContain('Assez')
})

test('a mailing does not begin with a quote that was taken back', async () => {
  const quoted = await aQuoted()
  const body = `{{quote:${quoted}}}`
  const text = { subject: 'Une réponse', body }
  const { id } = await aMailing({ campaignId: campaign.id, texts: { fr: text, en: text } })
  await db().testimony.update({ where: { id: quoted }, data: { state: 'withdrawn' } })
  const held = await startMailing({ actor: await anActor('campaigner'), id, now })
  expect(held).toMatchObject({ outcome: 'faults', findings: [{ code: 'quote-gone' }, { code: 'quote-gone' }] })
})
