import { beforeEach, expect, test } from 'vitest'
import { db } from '#app/infra/db/prisma.server.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import { isPublicForm } from '#app/http/public-forms.server.ts'
import { spelling } from '#app/http/spelling.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aSubscription, type MadeSubscription } from '#prisma/factories/a-subscription.ts'
import { action as choose, loader as preferences } from './preferences.tsx'
import { action as answer, loader as still } from './still.tsx'
import { action as leave, loader as unsubscribe } from './unsubscribe.tsx'

const now = new Date('2026-03-01T10:00:00Z')
const context = { nonce: '', now, network: null, shared: false, throttled: false, session: '' }

/** What mail programs and people put behind a link, as the address brings it. */
const tails = ['%3E', '.', ')', ',', '%22', '%C2%BB', '%20', '&gt;', '=', '/', '%0D%0A', '.%3E']
const doors = [
  { page: 'unsubscribe', purpose: 'unsubscribe', loader: unsubscribe, action: leave },
  { page: 'me', purpose: 'unsubscribe', loader: preferences, action: choose },
  { page: 'still', purpose: 'renew', loader: still, action: answer },
] as const

let reader: MadeSubscription
beforeEach(async () => {
  reader = await aSubscription({ campaignId: (await aCampaign()).id })
})

/** As the router hands it on: decoded, and without a slash at the end. */
const asParams = (token: string) => ({ locale: 'fr', token: decodeURIComponent(token.replace(/\/$/, '')) })
const asked = (fields: Record<string, string> | null, token: string) => ({
  request: new Request('http://localhost/x', fields ? { method: 'POST', body: new URLSearchParams(fields) } : {}),
  params: asParams(token),
  context,
})
const statusOf = (answered: unknown): number => {
  const init = typeof answered === 'object' && answered && 'init' in answered ? answered.init : null
  return typeof init === 'object' && init && 'status' in init ? Number(init.status) : 200
}
const faultOf = spelling({ strict: true })
const state = async () => (await db().subscription.findFirstOrThrow({ select: { state: true } })).state

test.each(tails)('a link with %s behind it is the link', async (tail) => {
  for (const { page, purpose, loader } of doors) {
    const token = linkToken(purpose, reader)
    const path = `/fr/${page}/${token}${tail}`
    expect([page, isPublicForm(path), faultOf(path)]).toEqual([page, true, null])
    const shown = await loader(asked(null, `${token}${tail}`))
    expect([page, statusOf(shown)]).toEqual([page, 200])
    expect(JSON.stringify(shown), 'its form goes to the link as it was sent').toContain(`/fr/${page}/${token}"`)
  }
  expect(await state(), 'looking changed nothing').toBe('active')
  const link = `${linkToken('unsubscribe', reader)}${tail}`
  const pressed = await leave(asked({ 'List-Unsubscribe': 'One-Click' }, link))
  expect([statusOf(pressed), await state()]).toEqual([200, 'unsubscribed'])
})

test('a link that was cut or changed says so, changes nothing, and tells a mail program that nobody left', async () => {
  const fields = { 'List-Unsubscribe': 'One-Click', scope: 'all', wish: 'stop', choice: 'stop' }
  for (const { page, purpose, loader, action } of doors) {
    const token = linkToken(purpose, reader)
    for (const cut of ['', token.slice(0, 1), token.slice(0, 47), token.toLowerCase(), `x${token}`]) {
      const answers = [await loader(asked(null, cut)), await action(asked(fields, cut))]
      expect([page, cut, ...answers.map(statusOf)]).toEqual([page, cut, 404, 404])
    }
  }
  expect(await state()).toBe('active')
})

test.each(['/fr/unsubscribe/a/b', '/fr/me/', '/de/unsubscribe/a', `/fr/unsubscribe/${'a'.repeat(201)}`])(
  '%s is no form of ours',
  (path) => {
    expect(isPublicForm(path)).toBe(false)
  },
)

test.each([
  '/fr/confirm/a%3E',
  '/fr/me/..',
  '/fr/me/.',
  '/fr/me/%2e%2E',
  '/fr/me/..%2fx',
  '/fr/me/x\\..\\..\\admin',
  '/fr/me/x%5C..%5c..%5Cadmin',
  '/fr/me/x%2F..%2fadmin',
  '/fr/me/x%',
])('%s leads nowhere', (path) => {
  expect(isPublicForm(path)).toBe(false)
  expect(faultOf(path)).not.toBeNull()
})
