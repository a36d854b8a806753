import { shownCampaign } from '#app/features/campaigns/shown.server.ts'
import { signPetition } from '#app/features/signatures/commands/sign-petition.server.ts'
import { signatureForm } from '#app/features/signatures/schema.ts'
import { linkToken } from '#app/infra/vault/tokens.server.ts'
import type { Benchmark } from './support/benchmark.ts'
import { compare, type Side } from './support/compare.ts'
import { driverConnections, driverCrowd, type DriverCrowd } from './support/driver-crowd.ts'
import { fillSignatures } from './support/fill-signatures.ts'
import { httpCrowd, type HttpCrowd } from './support/http-crowd.ts'
import { assertEqual, countRows, makeLimitTables } from './support/limit-table.ts'
import { processTime } from './support/processor-time.ts'
import { firstRealId, slug, startProduct, type Product } from './support/product.ts'
import { nthForm, post } from './support/signing-requests.ts'

const connections = 256
/** About what can be confirmed in a second; a slice that runs out of them counts only the time it used. */
const pendingPerSecond = 10_000
/** What the queue takes at once without refusing. */
const atOnce = 1000

interface Pending {
  signed: number
  campaignId: number
  /** Waiting in the product's table, and copies of the newest in the limit's. */
  ours: string[]
  limit: string[]
  confirmed: number
}

async function signMany(state: Pending, people: number): Promise<void> {
  const campaign = await shownCampaign(slug)
  if (!campaign) throw new Error(`there is no campaign ${slug}`)
  const now = new Date()
  for (let left = people; left > 0; left -= atOnce) {
    const forms = Array.from({ length: Math.min(atOnce, left) }, () =>
      signatureForm.parse(nthForm((state.signed += 1))),
    )
    await Promise.all(forms.map((form) => signPetition(form, { campaign, locale: 'fr', textVersion: 1, now })))
  }
}

/** In no order: people do not open their mail in the order in which they signed. */
async function pendingIn({ database }: Product, table: string): Promise<string[]> {
  const { rows } = await database.query<{ id: string }>(
    `select id from ${table} where state = 'pending' and id >= $1 order by random()`,
    [firstRealId],
  )
  return rows.map(({ id }) => id)
}

/** Signs as many as a slice can confirm, by the product's own command, and copies them to the limit's table. */
async function prepare(product: Product, state: Pending, seconds: number): Promise<void> {
  const people = Math.max(0, Math.ceil(pendingPerSecond * seconds) - state.ours.length)
  await signMany(state, people)
  await product.database.query(
    `insert into bench_limit select s.* from signature s where s.state = 'pending' and s.id >= $1 and not exists (select from bench_limit b where b.campaign_id = s.campaign_id and b.id = s.id)`,
    [firstRealId],
  )
  state.ours = await pendingIn(product, 'signature')
  state.limit = await pendingIn(product, 'bench_limit')
}

/** One durable statement per confirmation, no tallies, no news. */
function singleUpdates(crowd: DriverCrowd, { clocks }: Product, state: Pending): Side {
  const next = () => {
    const id = state.limit.pop()
    if (id === undefined) return null
    const text = `update bench_limit set state = 'confirmed', confirmed_at = $3 where campaign_id = $1 and id = $2 and state = 'pending'`
    return { name: 'bench-update', text, values: [state.campaignId, id, new Date()] }
  }
  return {
    says: `one durable UPDATE per confirmation, Node driver, ${driverConnections} connections`,
    run: (seconds) => crowd.run({ seconds, next }),
    clocks: { driver: processTime('self'), database: clocks.database },
  }
}

function confirmers(crowd: HttpCrowd, { port, clocks }: Product, state: Pending): Side {
  const next = () => {
    const id = state.ours.pop()
    if (id === undefined) return null
    return post(`/fr/confirm/${linkToken('confirm', { campaignId: state.campaignId, id })}`, {
      port,
      body: '',
      n: state.ours.length,
    })
  }
  return {
    says: `POST /fr/confirm/…, ${connections} connections`,
    async run(seconds) {
      const slice = await crowd.run({ seconds, next, status: 303 })
      state.confirmed += slice.answered
      return slice
    },
    clocks: { product: clocks.product, database: clocks.database, load: processTime('self') },
  }
}

const confirmedRows = ({ database }: Product) => countRows(database, `signature where state = 'confirmed'`)

async function verify(product: Product, state: Pending, before: number): Promise<string[]> {
  const total = before + state.confirmed
  const { rows } = await product.database.query<{ dimension: string; n: string }>(
    'select dimension, sum(n) as n from tally where campaign_id = $1 group by 1',
    [state.campaignId],
  )
  const answer = await fetch(`${product.origin}/api/v1/campaigns/${slug}/count`)
  const shown: unknown = await answer.json()
  const count = typeof shown === 'object' && shown && 'confirmed' in shown ? Number(shown.confirmed) : Number.NaN
  return [
    assertEqual('confirmed signatures in the database', await confirmedRows(product), total),
    ...rows.map(({ dimension, n }) => assertEqual(`sum of the tallies by ${dimension}`, Number(n), total)),
    assertEqual('count that the site shows', count, total),
  ]
}

/** Confirmations by link, each durable and in the tallies before its answer, beside single-row durable updates of the same rows. */
export const confirm: Benchmark = async ({ pace, profileTo, present }) => {
  const product = await startProduct({ profileTo })
  try {
    const filled = await fillSignatures(product.database, present)
    await makeLimitTables(product.database)
    const campaignId = (await shownCampaign(slug))?.id ?? 0
    const state: Pending = { signed: 0, campaignId, ours: [], limit: [], confirmed: 0 }
    const before = await confirmedRows(product)
    const drivers = await driverCrowd(product.databaseUrl)
    const crowd = httpCrowd(product.port, connections)
    const sides = { limit: singleUpdates(drivers, product, state), ours: confirmers(crowd, product, state) }
    const result = await compare(
      {
        name: 'confirm',
        unit: 'durable confirmations/s',
        ...sides,
        prepare: () => prepare(product, state, pace.seconds),
      },
      pace,
    )
    await drivers.leave()
    return { comparisons: [result], checked: await verify(product, state, before), beside: filled }
  } finally {
    await product.close()
  }
}
