import { addPartner } from '#app/features/partners/commands/manage-partners.server.ts'
import type { Scope } from '#app/features/partners/schema.ts'
import type { CampaignSummary } from '#app/features/campaigns/schema.ts'
import { releaseDay } from '#app/features/numbers/commands/release-day.server.ts'
import { releasePlaces } from '#app/features/numbers/commands/release-places.server.ts'
import { appendLeaves } from '#app/features/proof/commands/append-leaves.server.ts'
import { signHead } from '#app/features/proof/commands/sign-head.server.ts'
import { raiseGuard } from '#app/features/signatures/commands/guard.server.ts'
import { refreshCounts } from '#app/features/signatures/queries/live-count.server.ts'
import { releaseStatistics } from '#app/features/testimonies/commands/release-statistics.server.ts'
import { visitorOf } from '#app/http/network.server.ts'
import { readsOfPrograms, throttle, type Purpose } from '#app/http/throttle.server.ts'
import { parisDay } from '#app/i18n/format.ts'
import { xlsxType } from '#app/infra/files/xlsx.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import { aTally } from '#prisma/factories/a-tally.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'
import { aTextVersion } from '#prisma/factories/a-text-version.ts'
import { anActor } from '#prisma/factories/an-actor.ts'
import type { Promised } from './described.ts'
import type { Answer, Asked, MachineHouse } from './machine-house.ts'

const root = '/api/v1/campaigns'
const here = `${root}/score`

interface Furnished {
  campaign: CampaignSummary
  /** A testimony that is published, and one that was. */
  told: string
  gone: string
  /** The day of its one release. */
  day: string
  keys: Record<Scope | 'elsewhere', string>
}

export async function keyFor(campaignId: number, scope: Scope): Promise<string> {
  const actor = await anActor('owner')
  const limits = { perHour: 1000, perDay: 1000, until: null }
  const partner = {
    intent: 'add' as const,
    organisation: 'Syndicat',
    name: 'Site',
    campaigns: [campaignId],
    scope,
    ...limits,
  }
  const made = await addPartner({ actor, partner }, new Date())
  if (made.outcome !== 'made') throw new Error(made.outcome)
  return made.key
}

/** The numbers of now as the product keeps them: the day of their release. */
async function releasedOn(campaign: CampaignSummary, now: Date): Promise<string> {
  await releasePlaces(campaign.id, now)
  const { outcome } = await releaseDay(campaign, { origin: 'http://localhost:3000', now })
  if (outcome !== 'released') throw new Error(outcome)
  return parisDay(now)
}

/** A campaign about which every address has something to say. */
export async function aDescribedCampaign(): Promise<Furnished> {
  const campaign = await aCampaign({ slug: 'score' })
  const other = await aCampaign({ slug: 'other' })
  await aCampaign({ slug: 'closed', state: 'closed' })
  const campaignId = campaign.id
  const now = new Date()
  for (const _ of ['one', 'two', 'three']) await aSignature({ campaignId, state: 'confirmed', createdAt: now })
  await aTally({ campaignId, department: '75', n: 31 })
  await aTally({ campaignId, department: '2A', n: 2 })
  await refreshCounts()
  await appendLeaves(campaignId)
  await signHead(campaign, now)
  await aTextVersion(campaignId, { version: 2, publishedAt: new Date(now.getTime() - 72 * 3_600_000) })
  const changes = { signatures: 3, counted: -3, held: 3, invalidated: 0 }
  await db().ledgerEntry.create({ data: { campaignId, day: now, event: 'held', rule: 'threshold', ...changes } })
  const { id: told } = await aTestimony({
    campaignId,
    state: 'published',
    uses: ['publish', 'quote', 'press', 'statistics'],
  })
  await db().testimony.update({ where: { id: told }, data: { publishedQuote: 'Personne n’a su me dire pourquoi.' } })
  const { id: gone } = await aTestimony({ campaignId, state: 'withdrawn' })
  await db().testimony.update({ where: { id: gone }, data: { publishedOn: now } })
  await releaseStatistics(campaignId, now)
  const day = await releasedOn(campaign, now)
  const keys = {
    sign: await keyFor(campaignId, 'sign'),
    try: await keyFor(campaignId, 'try'),
    elsewhere: await keyFor(other.id, 'sign'),
  }
  return { campaign, told, gone, day, keys }
}

/** Behind the proxy: a network that did all it may. */
const tired = { 'x-forwarded-for': '203.0.113.9' }
const person = { name: 'Camille Exemple', email: 'camille@example.org', postcode: '31000', consent: true }

function useUp(purpose: Purpose, about: string): void {
  const now = new Date()
  const arriving = { headers: tired, socket: { remoteAddress: '127.0.0.1' } }
  const visitor = visitorOf(arriving, 1, now)
  // As if it were done in a minute: however slow the machine, nothing is given back before it is asked.
  const then = now.getTime() + 60_000
  for (let n = 0; n <= readsOfPrograms.points; n += 1) throttle(purpose, { ...visitor, about }, then)
}

/** What is wrong with a question, by the address; `?format=x` elsewhere. */
const wrong: Record<string, string> = {
  '/counts': '?by=moon',
  '/log/head': '?fresh=1',
  '/log/entries': '?start=9',
  '/log/proof': '?index=9',
  '/log/consistency': '?first=9',
  '/testimonies': '?after=nobody',
}
const right: Record<string, string> = {
  '/log/entries': '?start=0&end=9',
  '/log/proof': '?index=0&size=3',
  '/log/consistency': '?first=1&second=3',
}

const formats: Record<string, string> = { 'text/csv': '?format=csv', [xlsxType]: '?format=xlsx' }
/** The file of a release that is of this media type. */
const files: Record<string, string> = {
  'application/json': 'datapackage.json',
  'text/plain': 'datapackage.json.sig',
  'application/zip': 'package.zip',
}

interface Giving {
  house: MachineHouse
  campaign: Furnished
}

/** The address of something that is there, as this media type. */
function addressOf({ path, type }: Promised, { told, day }: Furnished): string {
  const file = files[type ?? ''] ?? 'day.csv'
  return path.replace('{slug}', 'score').replace('{id}', told).replace('{date}', day).replace('{file}', file)
}

/** Below something that is there, what is not: by the kind of problem that says so. */
function missing(address: string, kind: string | null): string {
  if (kind === 'urn:portevoix:problem:unknown-file') return address.replace('day.csv', 'nobody.csv')
  // Of the other campaign nothing was released.
  return address.replace('score', kind === 'urn:portevoix:problem:unknown-release' ? 'other' : 'nowhere')
}

/** How an address that is looked at comes to give an answer of this status. */
async function looking(promised: Promised, { house, campaign }: Giving): Promise<Answer> {
  const { path, status, type, kind } = promised
  const rest = path.replace(`${root}/{slug}`, '')
  const address = addressOf(promised, campaign)
  const whole = address + (right[rest] ?? '')
  // A question that nobody keeps the answer to. A release is asked for by its day alone.
  const odd = rest.startsWith('/releases/')
    ? address.replace(campaign.day, 'yesterday')
    : address + (wrong[rest] ?? '?format=x')
  if (status === 304) {
    const { headers } = await house.ask(whole)
    return house.ask(whole, { headers: { 'if-none-match': headers.etag ?? '' } })
  }
  if (status === 400) return house.ask(odd)
  if (status === 404) return house.ask(missing(whole, kind))
  if (status === 405) return house.ask(address, { method: 'POST' })
  if (status === 410) return house.ask(`${here}/testimonies/${campaign.gone}`)
  if (status === 429) return house.ask(odd, { headers: tired })
  if (status === 204) return house.ask(whole.replace('score', 'other')) // whose guard is down
  if (rest === '/challenge' && status === 200)
    await raiseGuard(
      { campaignId: campaign.campaign.id, until: new Date(Date.now() + 600_000), why: 'burst' },
      new Date(),
    )
  return house.ask(path.endsWith('{file}') ? whole : whole + (formats[type ?? ''] ?? ''))
}

export const json = (body: unknown, headers: Record<string, string> = {}): Asked => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

const withKey = (key: string) => ({ authorization: `Bearer ${key}` })

/** How a signature comes to be answered with this status. */
function signing({ status }: Promised, { house, campaign }: Giving): Promise<Answer> {
  const to = (slug: string, asked: Asked) => house.ask(`${root}/${slug}/signatures`, asked)
  const ways: Record<number, () => Promise<Answer>> = {
    200: () => to('score', json(person, withKey(campaign.keys.try))),
    202: () => to('score', json(person, withKey(campaign.keys.sign))),
    400: () => to('score', json('{')),
    401: () => to('score', json(person, withKey('pvx_unknown'))),
    403: () => to('score', json(person, withKey(campaign.keys.elsewhere))),
    404: () => to('nowhere', json(person)),
    405: () => to('score', {}),
    409: () => to('score', json({ ...person, text: 1 })),
    410: () => to('closed', json(person)),
    413: () => to('score', json({ ...person, comment: 'x'.repeat(70_000) })),
    415: () => to('score', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' }),
    422: () => to('score', json({ ...person, email: 'camille' })),
    429: () => to('score', json(person, tired)),
  }
  return (ways[status] ?? (() => to('score', json(person))))()
}

/** The database says of every question about campaigns that it broke (500), or that it is away (503). */
async function broken<T>(code: 'XX000' | '57P01', work: () => Promise<T>): Promise<T> {
  const words = code === '57P01' ? 'terminating connection due to administrator command' : 'broken on purpose'
  await pool().query(`
    create function gone() returns int language plpgsql as $$ begin raise exception using message = '${words}', errcode = '${code}'; end $$;
    alter table campaign rename to campaign_kept;
    create view campaign as with no as materialized (select gone() as g) select k.* from campaign_kept k cross join no;`)
  try {
    return await work()
  } finally {
    await pool().query('drop view campaign; alter table campaign_kept rename to campaign; drop function gone();')
  }
}

/** Every answer that was promised, from the product. What fails comes first: what was kept before would serve. */
export async function givesEvery(all: readonly Promised[], giving: Giving) {
  const given: { promised: Promised; answer: Answer }[] = []
  const give = async (wanted: (status: number) => boolean) => {
    for (const promised of all.filter(({ status }) => wanted(status)))
      given.push({ promised, answer: await (promised.method === 'POST' ? signing : looking)(promised, giving) })
  }
  await broken('XX000', () => give((status) => status === 500))
  await broken('57P01', () => give((status) => status === 503))
  await give((status) => status < 500 && status !== 429)
  useUp('read', '')
  useUp('sign', 'score')
  await give((status) => status === 429)
  return given
}
