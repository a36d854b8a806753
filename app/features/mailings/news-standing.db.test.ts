import { beforeEach, expect, test } from 'vitest'
import { personalAddress, whoseIn } from '#app/features/signatures/whose.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aMailing } from '#prisma/factories/a-mailing.ts'
import { aSubscription, type MadeSubscription } from '#prisma/factories/a-subscription.ts'
import { importSuppressions } from './commands/import-suppressions.server.ts'
import { reduceNews } from './commands/reduce-news.server.ts'
import { unsubscribe } from './commands/unsubscribe.server.ts'
import { endPauses } from './jobs/keep-returns.server.ts'
import { findNewsStanding } from './queries/news-standing.server.ts'
import { leavingForm, preferencesForm } from './rules/preferences.ts'

const noon = new Date('2026-01-31T12:00:00Z')
const email = 'camille@example.org'
const wish = (more: Record<string, unknown>) => preferencesForm.parse({ scope: 'this', wish: 'stop', ...more })

let here: MadeSubscription
let there: MadeSubscription
beforeEach(async () => {
  const [first, second] = [await aCampaign(), await aCampaign()]
  const personal = personalAddress(email)
  here = await aSubscription({ email, ...whoseIn(first.id, personal) })
  there = await aSubscription({ email, ...whoseIn(second.id, personal) })
})

const tokenOf = (one: MadeSubscription) => linkToken('unsubscribe', one)
const standing = (one = here) => findNewsStanding(tokenOf(one))

test('a reader is told how their news stand, whatever they chose after and before', async () => {
  expect(await standing()).toEqual({ is: 'subscribed' })
  await reduceNews(tokenOf(here), wish({ wish: 'pause-3' }), noon)
  await reduceNews(tokenOf(here), wish({ wish: 'pause-1' }), noon)
  const until = new Date('2026-04-30T12:00:00Z')
  expect(await standing(), 'the longer pause holds').toEqual({ is: 'paused', until })
  await endPauses(until)
  expect(await standing()).toEqual({ is: 'subscribed' })
  await unsubscribe(tokenOf(here), noon)
  await reduceNews(tokenOf(here), wish({ wish: 'pause-3' }), noon)
  expect(await standing(), 'nothing that had ended is said to go on').toEqual({ is: 'left' })
})

test('who left everything is told so at each of their letters, and who left one campaign is not told of another', async () => {
  await unsubscribe(tokenOf(here), noon)
  expect(await standing(there)).toEqual({ is: 'subscribed' })
  await reduceNews(tokenOf(here), wish({ scope: 'all' }), noon)
  expect([await standing(), await standing(there)]).toEqual([{ is: 'left-all' }, { is: 'left-all' }])
  await db().subscription.updateMany({ data: { state: 'active' } })
  await unsubscribe(tokenOf(here), noon)
  expect(await standing(), 'what they said a year ago is not said of today').toEqual({ is: 'left' })
})

test('a mailbox that is left alone is told so without a reason, and forgetting the address breaks nothing', async () => {
  await importSuppressions({ actor: null, text: email, now: noon })
  expect(await standing()).toEqual({ is: 'left-alone' })
  await db().subscription.updateMany({ data: { sealedEmail: Buffer.of(), sealedName: Buffer.of() } })
  expect(await standing()).toEqual({ is: 'left' })
})

test('the sample of a test letter is told apart, and a link that we did not make leads nowhere', async () => {
  const { id } = await aMailing({ campaignId: here.campaignId })
  expect(await findNewsStanding(linkToken('unsubscribe', { campaignId: here.campaignId, id }))).toEqual({
    is: 'sample',
  })
  for (const wrong of [
    '',
    'x',
    tokenOf(here).slice(1),
    linkToken('confirm', here),
    linkToken('unsubscribe', { ...here, id: there.id }),
  ])
    expect(await findNewsStanding(wrong)).toBeNull()
})

test('a reason given with the button is counted once, and what a mail program sends is none', async () => {
  const reasonOf = (sent: Record<string, unknown>) => leavingForm.parse(sent).reason
  await unsubscribe(tokenOf(here), noon, reasonOf({ reason: 'too-often' }))
  await unsubscribe(tokenOf(here), noon, reasonOf({ reason: 'too-often' }))
  await unsubscribe(tokenOf(there), noon, reasonOf({ 'List-Unsubscribe': 'One-Click', reason: 'because' }))
  expect(await db().leavingTally.findMany({ select: { campaignId: true, reason: true, n: true } })).toEqual([
    { campaignId: here.campaignId, reason: 'too-often', n: 1 },
  ])
})
