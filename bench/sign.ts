import { randomBytes, randomUUID } from 'node:crypto'
import { signStatement } from '#app/features/signatures/commands/sign/statement.server.ts'
import type { Row } from '#app/features/signatures/commands/sign/row.server.ts'
import { byIndexAlways } from '#app/infra/db/pool.server.ts'
import type { Benchmark } from './support/benchmark.ts'
import { compare, type Side } from './support/compare.ts'
import { driverConnections, driverCrowd, type DriverCrowd } from './support/driver-crowd.ts'
import { httpCrowd, type HttpCrowd } from './support/http-crowd.ts'
import { assertEqual, countRows, limitInsert, makeLimitTables } from './support/limit-table.ts'
import { fillSignatures } from './support/fill-signatures.ts'
import { measurePgbench } from './support/pgbench.ts'
import { processTime } from './support/processor-time.ts'
import { firstRealId, startProduct, type Product } from './support/product.ts'
import { signingRequest, wantsNews } from './support/signing-requests.ts'

const connections = 256
/** A campaign of its own for what does not come through the door. */
const elsewhere = 2

const insert = limitInsert(['$1', '$2', '$3', '$4', '$5', '$6', '$7', '$8', '$9', '$10::timestamptz'])

/** Bytes of the sizes that sealing makes: envelope and nonce, address and name, the tag. */
const sealed = { email: randomBytes(40 + 28 + 1 + 16), name: Buffer.alloc(0) }
const short = { own: randomBytes(8), place: randomBytes(8), domain: randomBytes(8), network: randomBytes(12) }

/** One durable statement per signature with its delivery, nothing else: no form, no sealing, no limits. */
function singleRows(crowd: DriverCrowd, { clocks }: Product): Side {
  const next = () => ({
    name: 'bench-insert',
    text: insert,
    values: [1, randomUUID(), randomBytes(32), ...Object.values(sealed), ...Object.values(short), new Date()],
  })
  return {
    says: `one durable statement per signature and delivery, Node driver, ${driverConnections} connections`,
    run: (seconds) => crowd.run({ seconds, next }),
    clocks: { driver: processTime('self'), database: clocks.database },
  }
}

/** The statement of the product with all that it decides, for one signature at a time: what it would be without group commit. */
function ownStatement(crowd: DriverCrowd, { clocks }: Product): Side {
  const next = () => signStatement([randomRow()])
  return {
    says: `the product's own statement for each signature, Node driver, ${driverConnections} connections`,
    run: (seconds) => crowd.run({ seconds, next, rows: 0 }), // it gives back whoever found no place
    clocks: { driver: processTime('self'), database: clocks.database },
  }
}

const randomRow = (): Row => ({
  campaignId: elsewhere,
  id: randomUUID(),
  emailIndex: randomBytes(32),
  sealedEmail: sealed.email,
  sealedName: sealed.name,
  sealedComment: null,
  department: '75',
  country: 'FR',
  locale: 'fr',
  textVersion: 1,
  showName: true,
  newsEmail: null,
  newsName: null,
  nameIndex: short.own,
  placeIndex: short.place,
  domainIndex: short.domain,
  networkIndex: short.network,
  partnerId: null,
  signals: 0,
  held: false,
  wait: 0,
  now: new Date(),
})

interface Sent {
  requests: number
  accepted: number
  /** Written before a slice begins: a browser's work is not the machine's. */
  ready: string[]
}

/** More than a slice sends. */
const readyPerSecond = 16_000

function signers(crowd: HttpCrowd, { port, clocks }: Product, sent: Sent): Side {
  const next = () => {
    sent.requests += 1
    return sent.ready.pop() ?? signingRequest(sent.requests, port)
  }
  return {
    says: `POST /fr/score/sign, ${connections} connections`,
    async run(seconds) {
      sent.ready = Array.from({ length: readyPerSecond * seconds }, (_, at) =>
        signingRequest(sent.requests + at + 1, port),
      ).toReversed()
      const slice = await crowd.run({ seconds, next, status: 303 })
      sent.accepted += slice.answered
      return slice
    },
    clocks: { product: clocks.product, database: clocks.database, load: processTime('self') },
  }
}

async function verify({ database }: Product, { requests, accepted }: Sent): Promise<string[]> {
  const news = Array.from({ length: requests }, (_, at) => at + 1).filter(wantsNews).length
  return [
    assertEqual('requests answered', requests, accepted),
    assertEqual(
      'signatures in the database',
      await countRows(database, 'signature where campaign_id = 1 and id >= $1', [firstRealId]),
      accepted,
    ),
    assertEqual(
      'confirmation mails to deliver',
      await countRows(database, `delivery where campaign_id = 1 and kind = 'confirmation' and subject_id >= $1`, [
        firstRealId,
      ]),
      accepted,
    ),
    assertEqual('news asked for', await countRows(database, 'subscription where id >= $1', [firstRealId]), news),
  ]
}

/** Signatures taken in, each durable before its answer, beside single-row durable inserts into the same database. */
export const sign: Benchmark = async ({ pace, profileTo, present }) => {
  const product = await startProduct({ profileTo })
  try {
    const filled = await fillSignatures(product.database, present)
    await makeLimitTables(product.database)
    const sent = { requests: 0, accepted: 0, ready: [] }
    const ours = signers(httpCrowd(product.port, connections), product, sent)
    const drivers = await driverCrowd(product.databaseUrl)
    const unit = 'durable signatures/s'
    const bare = await compare({ name: 'sign', unit, limit: singleRows(drivers, product), ours }, pace)
    await drivers.leave()
    const same = await driverCrowd(product.databaseUrl, byIndexAlways)
    const grouped = await compare(
      { name: 'sign, grouped or not', unit, limit: ownStatement(same, product), ours },
      pace,
    )
    await same.leave()
    return {
      comparisons: [bare, grouped],
      checked: await verify(product, sent),
      beside: [...filled, ...measurePgbench(product.databaseUrl, pace.seconds)],
    }
  } finally {
    await product.close()
  }
}
