import { expect } from '@playwright/test'
import { ask, goodSignature, type Question, type Reply } from './support/ask.ts'
import { codeIn, notMeIn } from './support/confirming.ts'
import { testIn, type House } from './support/house.ts'
import { markedIpv4, markedIpv6, type MarkedVisitor } from './support/marked-visitors.ts'
import { linksIn, waitForMail } from './support/mails.ts'
import { aPerson, unique } from './support/people.ts'
import { confirmLink } from './support/signing.ts'
import { search } from './support/traces.ts'

const test = testIn({ TRUST_PROXY: '1', SIGN_BURST: '6/60', LOG_LEVEL: 'debug' })

/** Everything the database holds in memory is written down, so that it can be looked at. */
async function writeDown(house: House) {
  await house.sql('checkpoint')
  await house.sql('select pg_switch_wal()')
}

/** Where each of these lies: in a file of the data directory, or in what the product printed. Nowhere: an empty object. */
function traces(house: House, needles: Record<string, Buffer>): Record<string, string[]> {
  const found = search(house.dataDir, needles)
  const printed = Buffer.from(house.log())
  for (const [name, needle] of Object.entries(needles)) if (printed.includes(needle)) found[name]?.push('the output')
  return Object.fromEntries(Object.entries(found).filter(([, files]) => files.length > 0))
}

/** An address of which nothing is there by chance: four bytes are not many. */
function unheardOf(house: House, mark: () => MarkedVisitor): MarkedVisitor {
  for (let tries = 0; tries < 20; tries += 1) {
    const visitor = mark()
    if (Object.keys(traces(house, visitor.forms)).length === 0) return visitor
  }
  throw new Error('every address is there already')
}

/** All that a visitor, a witness, a nuisance and a member of the team can do, from one address. */
async function journey(house: House, { address }: MarkedVisitor, person: { name: string; email: string }) {
  const from = { 'x-forwarded-for': `10.0.0.1, ${address}`, 'x-real-ip': address, forwarded: `for="${address}"` }
  const go = (path: string, question: Question = {}) =>
    ask(`${house.url}${path}`, { ...question, headers: { ...from, ...question.headers } })
  const send = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
    go(path, { method: 'POST', body: new URLSearchParams(fields).toString(), headers })
  const statuses: number[] = []
  for (const path of [
    '/',
    '/fr/score',
    '/fr/score/testify',
    '/fr/score/share',
    '/fr/score/ledger',
    '/fr/score/paper',
    '/fr/score/paper.pdf',
    '/fr/score/organisations',
    '/fr/score/organisations/sign',
    '/api/v1/campaigns/score/challenge',
    '/fr/nowhere',
    '/admin',
    '/api/v1/campaigns/score/count',
    '/healthz',
  ])
    statuses.push((await go(path)).status)
  const form = goodSignature(person.email, { name: person.name, news: 'on', comment: `Un mot ${unique()}` })
  statuses.push((await go('/fr/score/sign', { method: 'POST', body: form })).status)
  const mail = await waitForMail(house.inbox, { to: person.email })
  const [link = ''] = linksIn(mail, confirmLink('fr'))
  statuses.push((await go(new URL(link).pathname)).status, (await send(new URL(link).pathname, {})).status)
  statuses.push((await go('/fr/score/sign', { method: 'POST', body: form })).status)
  statuses.push((await send('/fr/score/sign', { name: '' })).status)
  statuses.push((await send('/fr/score/code', { email: person.email, code: '000000' })).status)
  statuses.push((await send('/fr/score/sign', {}, { origin: 'https://elsewhere.example' })).status)
  statuses.push((await send('/fr/score/sign', { a: '\0' })).status)
  statuses.push(
    (await go('/fr/score/sign', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }))
      .status,
  )
  statuses.push((await go('/fr/score', { headers: { host: 'elsewhere.example' } })).status)
  const story = { title: 'Un titre', story: `Ce qui m’est arrivé, ${unique()}.`, system: 'other', consent: 'on' }
  statuses.push((await send('/fr/score/testify', story)).status)
  statuses.push((await send('/fr/unsubscribe/nothing', {})).status)
  statuses.push(...(await otherWays({ house, go, send })))
  statuses.push(...(await aroundTestimonies({ go, send })))
  for (let tries = 0; tries < 8; tries += 1)
    statuses.push(
      (await go('/fr/score/sign', { method: 'POST', body: goodSignature(`again-${unique()}@example.org`) })).status,
    )
  return statuses
}

interface Ways {
  house: House
  go: (path: string, question?: Question) => Promise<Reply>
  send: (path: string, fields: Record<string, string>) => Promise<Reply>
}

/** The code that is typed, the mail asked for again, "it was not me", an organisation, what is passed on. */
async function otherWays({ house, go, send }: Ways): Promise<number[]> {
  const { email } = aPerson('Canari')
  const answers = [await go('/fr/score/sign', { method: 'POST', body: goodSignature(email) })]
  const mail = await waitForMail(house.inbox, { to: email })
  answers.push(await send('/fr/score/code', { email, intent: 'resend' }))
  answers.push(await send('/fr/score/code', { email, code: codeIn(mail) }))
  const notMe = new URL(notMeIn(mail)).pathname
  answers.push(await go(notMe), await send(notMe, {}))
  const organisation = {
    name: `Association ${unique()}`,
    kind: 'association',
    scope: 'Département',
    country: 'FR',
    personName: 'Camille Dubois',
    personRole: 'Coprésidente',
    email: aPerson('Canari').email,
    mandate: 'on',
  }
  answers.push(await send('/fr/score/organisations/sign', organisation), await send('/fr/score/share', {}))
  const statuses = answers.map(({ status }) => status)
  expect(statuses, 'each of them does what it is for').toEqual([303, 303, 303, 200, 303, 303, 422])
  return statuses
}

/** A deposit that opens its inbox, a notice and a reply to what is published, a case that nobody opened. */
async function aroundTestimonies({ go, send }: Omit<Ways, 'house'>): Promise<number[]> {
  const story = { title: 'Un titre', story: `Ce qui m’est arrivé, ${unique()}.`, system: 'other', consent: 'on' }
  const deposited = await send('/fr/score/testify', story)
  const [, shown = ''] = /data-testid="receipt-code">(.*?)<\/code>/s.exec(deposited.text) ?? []
  const receipt = shown.replaceAll(/<[^>]*>/g, '')
  const [published = ''] =
    /\/fr\/score\/testimonies\/[0-9a-f-]{36}/.exec((await go('/fr/score/testimonies')).text) ?? []
  expect(receipt, 'a receipt is shown').not.toBe('')
  expect(published, 'something is published').not.toBe('')
  const answers = [
    await send('/fr/inbox', { receipt }),
    await send('/fr/inbox', { receipt: 'NOBODY' }),
    await send(`${published}/report`, { ground: 'none' }),
    await send(`${published}/reply`, {}),
    await send('/fr/score/case', { code: 'NOBODY' }),
  ]
  const statuses = answers.map(({ status }) => status)
  expect(statuses[0], 'the receipt opens').toBe(200)
  expect(Math.max(...statuses), 'none is a fault of ours').toBeLessThan(500)
  return statuses
}

/** The team writes the network itself down, as one that many people share. */
async function nameAsShared(house: House, range: string) {
  const link = await house.enter('owner')
  const entered = await ask(link, { method: 'POST', body: '', headers: { origin: house.url } })
  const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? ''
  const body = new URLSearchParams({ intent: 'add', range, label: 'École', reason: 'Demandé' }).toString()
  const answer = await ask(`${house.url}/admin/settings/networks`, {
    method: 'POST',
    body,
    headers: { origin: house.url, cookie },
  })
  expect(answer.status).toBe(200)
}

for (const [kind, mark, range] of [
  ['IPv4', markedIpv4, ({ address }: MarkedVisitor) => `${address}/32`],
  ['IPv6', markedIpv6, ({ address }: MarkedVisitor) => `${address}/56`],
] as const)
  test(`nothing of an ${kind} address, nor of who came from it, is in the database, its log of writes or any output`, async ({
    house,
  }) => {
    test.slow()
    const visitor = unheardOf(house, mark)
    const person = aPerson('Canari')
    const statuses = await journey(house, visitor, person)
    for (const status of [200, 302, 303, 400, 403, 404, 415, 421, 422, 429])
      expect(statuses, String(status)).toContain(status)
    expect(statuses.filter((status) => status >= 500)).toEqual([])
    await nameAsShared(house, range(visitor))
    await writeDown(house)
    const personal = { 'the name': Buffer.from(person.name), 'the address for mail': Buffer.from(person.email) }
    expect(traces(house, { ...visitor.forms, ...personal })).toEqual({})
  })

test('each of these would be found, wherever it lay', async ({ house }) => {
  const visitors = [unheardOf(house, markedIpv4), unheardOf(house, markedIpv6)]
  const forms = visitors.flatMap(({ forms: each }) => Object.entries(each))
  await house.sql('create table planted (as_text text, as_bytes bytea, as_inet inet)')
  try {
    for (const [, needle] of forms) await house.sql('insert into planted (as_bytes) values ($1)', [needle])
    await writeDown(house)
    expect(Object.keys(traces(house, Object.fromEntries(forms)))).toEqual(Object.keys(Object.fromEntries(forms)))
    for (const { address, forms: each } of [unheardOf(house, markedIpv6)]) {
      await house.sql('insert into planted (as_inet) values ($1::inet)', [address])
      await writeDown(house)
      expect(traces(house, each)['IPv6 as bytes'], 'as PostgreSQL keeps a network address').not.toBeUndefined()
    }
  } finally {
    await house.sql('drop table planted')
  }
})
