import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { decideOnOrganisation } from '#app/features/organisations/commands/decide-on-organisation.server.ts'
import { appendLeaves } from '#app/features/proof/commands/append-leaves.server.ts'
import { queueReceipts } from '#app/features/proof/commands/queue-receipts.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { linksOfHtml, linksOfText } from '#emails/mail-links.ts'
import { aDeliveryWorker, until } from '#prisma/factories/a-delivery-worker.ts'
import { aDkimKey, type DkimKey } from '../../../e2e/support/a-dkim-key.ts'
import type { MailServer, ReceivedMail } from '#prisma/factories/a-mail-server.ts'
import { aMailedCampaign, endMailing } from '#prisma/factories/a-mailed-campaign.ts'
import { aQueuedConfirmation } from '#prisma/factories/a-queued-confirmation.ts'
import { aStartedMailing } from '#prisma/factories/a-started-mailing.ts'
import { aSubscription } from '#prisma/factories/a-subscription.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { aConfirmedOrganisation, aPendingOrganisation } from '#prisma/factories/an-organisation.ts'

const noon = new Date('2026-02-01T12:00:00Z')
let server: MailServer
let campaign: CampaignSummary
let key: DkimKey

beforeEach(async () => {
  key = aDkimKey()
  const { privateKey, domainName, keySelector } = key.signing
  vi.stubEnv('DKIM_PRIVATE_KEY', privateKey)
  vi.stubEnv('DKIM_DOMAIN', domainName)
  vi.stubEnv('DKIM_SELECTOR', keySelector)
  forgetSingleton('config')
  ;({ server, campaign } = await aMailedCampaign())
})
afterEach(async () => {
  await endMailing(server)
  vi.unstubAllEnvs()
  forgetSingleton('config')
})

const confirmation = (kind: 'confirmation' | 'reminder' | 'already_signed', locale: 'fr' | 'en') => async () =>
  void (await aQueuedConfirmation({
    campaignId: campaign.id,
    kind,
    locale,
    state: kind === 'already_signed' ? 'confirmed' : 'pending',
  }))

const decided = (move: 'approve' | 'refuse') => async () => {
  const { id } = await aConfirmedOrganisation({ campaign })
  await db().delivery.deleteMany({ where: { subjectId: id } })
  const reason = move === 'refuse' ? ({ reason: 'noMandate' } as const) : {}
  await decideOnOrganisation(await anActor('owner'), { id, move, revision: 1, ...reason }, noon)
}

const yearly = (kind: 'renewal' | 'renewal_reminder', locale: 'fr' | 'en') => async () => {
  const { campaignId, id } = await aSubscription({ campaignId: campaign.id, locale })
  await db().delivery.create({
    data: { campaignId, id: randomUUID(), kind, subjectId: id, lane: 3, dueAt: noon },
    select: { id: true },
  })
}

const receipt = (locale: 'fr' | 'en') => async () => {
  const { id } = await aQueuedConfirmation({ campaignId: campaign.id, locale, state: 'confirmed' })
  await db().delivery.deleteMany({ where: { subjectId: id } })
  await appendLeaves(campaign.id)
  await queueReceipts(campaign.id, new Date('2026-01-20T12:00:00Z'))
}

/** How each kind of letter comes to be queued for one person, and which of its links may be that person's own. */
const kinds: readonly (readonly [string, () => Promise<void>, RegExp | null])[] = [
  ['a confirmation', confirmation('confirmation', 'fr'), /\/(confirm|not-me)\//],
  ['a confirmation in English', confirmation('confirmation', 'en'), /\/(confirm|not-me)\//],
  ['a reminder', confirmation('reminder', 'fr'), /\/(confirm|not-me)\//],
  ['“already signed”', confirmation('already_signed', 'en'), /\/(confirm|not-me)\//],
  [
    'to a representative',
    async () => void (await aPendingOrganisation({ campaign })),
    /\/(confirm-organisation|not-me)\//,
  ],
  ['an organisation that is shown', decided('approve'), null],
  ['an organisation that is not', decided('refuse'), null],
  ['a receipt', receipt('fr'), /\/fr\/[\w-]+\/proof#[\w.-]+$/],
  ['a receipt in English', receipt('en'), /\/en\/[\w-]+\/proof#[\w.-]+$/],
  ['the yearly question', yearly('renewal', 'fr'), /\/(still|unsubscribe)\//],
  ['its reminder', yearly('renewal_reminder', 'en'), /\/(still|unsubscribe)\//],
]

const opensFromAfar =
  /<(?:img|link|script|iframe|object|embed|video|audio|source|base|meta\s[^>]*refresh)\b|\bbackground=|url\(|@import/i

const toBeCovered = [
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'list-id',
]

async function expectSound(mails: readonly ReceivedMail[], own: RegExp | null): Promise<void> {
  const links = mails.map(({ email }) => linksOfHtml(email.html ?? ''))
  for (const [at, { email, raw, receivers }] of mails.entries()) {
    expect(email.html).not.toMatch(opensFromAfar)
    expect(links[at], 'both parts lead to the same').toEqual(linksOfText(email.text ?? ''))
    expect(links[at]?.length).toBeGreaterThan(0)
    expect(receivers).toHaveLength(1)
    expect(email.to?.map(({ address }) => address)).toEqual(receivers)
    expect(email.cc ?? email.bcc).toBeUndefined()
    expect(email.subject).toBe(mails[0]?.email.subject)
    const { result, covered } = await key.verify(Buffer.from(raw, 'latin1'))
    expect(result).toBe('pass')
    const names = email.headers.map(({ key: name }) => name)
    expect(covered).toEqual(expect.arrayContaining(toBeCovered.filter((name) => names.includes(name))))
  }
  const [one = [], other = []] = links
  const differing = [...one.filter((link) => !other.includes(link)), ...other.filter((link) => !one.includes(link))]
  for (const link of differing) expect(link).toMatch(own ?? /nothing of anybody’s own/)
}

test.each(kinds)('%s says nothing to others, the same twice, and is signed', async (_, queue, own) => {
  await queue()
  await queue()
  aDeliveryWorker()
  await until(() => server.received.length === 2)
  await expectSound(server.received, own)
})

test.each(['fr', 'en'] as const)(
  'an update in %s differs in the links to leave alone, which are signed',
  async (locale) => {
    for (const name of ['Zoë "Z" <zoe@x.org>', 'Jean-François N’Diaye, Dr.'])
      await aSubscription({ campaignId: campaign.id, locale, name })
    await aStartedMailing(campaign.id)
    aDeliveryWorker()
    await until(() => server.received.length === 2)
    await expectSound(server.received, /\/(me|unsubscribe)\//)
    for (const { email } of server.received)
      expect(email.headers.map(({ key: name }) => name)).toEqual(
        expect.arrayContaining(['list-unsubscribe', 'list-unsubscribe-post', 'list-id']),
      )
  },
)
