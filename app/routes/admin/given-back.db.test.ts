import { beforeEach, expect, test } from 'vitest'
import { newEnterLink } from '#app/features/staff/commands/add-staff.server.ts'
import { enterWithLink, findKeyring } from '#app/features/staff/commands/sessions.server.ts'
import { forgetOldSessions } from '#app/features/staff/jobs.server.ts'
import { keyringOfThisMachine } from '#app/features/staff/queries/team-key.server.ts'
import { forgetSingleton } from '#app/infra/singleton.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import { action as again } from './again.tsx'
import { action as enterBatch } from './paper-new.tsx'
import { action as step } from './testimony.tsx'

const start = new Date('2026-03-01T10:00:00Z')
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000)

beforeEach(() => {
  for (const name of ['throttle-back', 'throttle-backs']) forgetSingleton(name)
})

async function aSession() {
  const actor = await anActor('moderator')
  const link = await newEnterLink({ actor: null, staffId: actor.id, keyring: keyringOfThisMachine() }, start)
  if (link.outcome !== 'made') throw new Error(link.outcome)
  const entered = await enterWithLink(link.token, start)
  if (entered.outcome !== 'entered') throw new Error(entered.outcome)
  return { actor, session: entered.session }
}

interface Sender {
  session?: string | null
  at?: Date
  network?: string
}

const sent = (text: string, { session = null, at = later(31), network = 'school' }: Sender) => ({
  request: new Request('http://localhost/admin/testimonies/x', { method: 'POST', body: new URLSearchParams({ text }) }),
  context: { nonce: '', now: at, network, shared: false, throttled: false, session },
  params: { id: '00000000-0000-4000-8000-000000000000' },
})
type Sent = ReturnType<typeof sent>

/** The status of the page that gives back, or of what is answered in its place. */
async function statusOf(door: (asked: Sent) => Promise<unknown>, asked: Sent): Promise<number> {
  try {
    const answer = await door(asked)
    return Object(answer).init?.status ?? 0
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.status
    throw thrown
  }
}

test('a stranger is given back little and seldom, by either door, and a crowd of networks no more than all may', async () => {
  for (const door of [step, again]) {
    for (const name of ['throttle-back', 'throttle-backs']) forgetSingleton(name)
    expect(await statusOf(door, sent('é'.repeat(40_000), {}))).toBe(413)
    const one = Array.from({ length: 40 }, () => statusOf(door, sent('Un mot.', {})))
    const answers = await Promise.all(one)
    expect([401, 429].map((status) => answers.filter((got) => got === status).length)).toEqual([30, 10])
    const crowd = Array.from({ length: 40 }, (_, n) => statusOf(door, sent('Un mot.', { network: `n${n}` })))
    expect((await Promise.all(crowd)).filter((status) => status === 401)).toHaveLength(30)
  }
})

test('whoever shows a session of the last day has everything back, however often', async () => {
  const { session } = await aSession()
  const long = 'é'.repeat(40_000)
  for (const at of [later(31), later(13 * 60), later(24 * 60 - 1)]) {
    await forgetOldSessions.run(at)
    const all = Array.from({ length: 40 }, () => statusOf(step, sent(long, { session, at })))
    expect(new Set(await Promise.all(all))).toEqual(new Set([401]))
    expect(await statusOf(again, sent(long, { session, at }))).toBe(401)
  }
  expect(await statusOf(step, sent(long, { session, at: later(24 * 60) }))).toBe(413)
})

test('a session that is over is remembered for a day without what opened testimonies', async () => {
  const { actor, session } = await aSession()
  await forgetOldSessions.run(later(61))
  expect(await findKeyring(actor, session)).toBeNull()
})

test('figures typed with a scan come back with its hash, and can be sent again without the file', async () => {
  const { session } = await aSession()
  const form = new FormData()
  form.set('valid', '120')
  form.set('scan', new File(['%PDF-1.7 sheets'], 'sheets.pdf', { type: 'application/pdf' }))
  const { context, params } = sent('', { session })
  const request = new Request('http://localhost/admin/paper/new', { method: 'POST', body: form })
  const back = await enterBatch({ request, context, params }).catch((thrown: unknown) => thrown)
  if (!(back instanceof Response)) throw new Error('nothing came back')
  const fields = [
    ['valid', '120'],
    ['scanHash', expect.stringMatching(/^[0-9a-f]{64}$/)],
  ]
  expect([back.status, await back.json()]).toEqual([401, { why: 'over', to: '/admin/paper/new', fields }])
})
