import { blockIndexes } from '#app/features/signatures/mailbox.server.ts'
import type { Benchmark } from './support/benchmark.ts'
import { compare, type ComparisonResult, type Side } from './support/compare.ts'
import { fillSignatures } from './support/fill-signatures.ts'
import { httpCrowd, type HttpCrowd } from './support/http-crowd.ts'
import { assertEqual, countRows } from './support/limit-table.ts'
import { processTime } from './support/processor-time.ts'
import { firstRealId, startProduct, type Product } from './support/product.ts'
import { heldRequest, nthForm, signingRequest } from './support/signing-requests.ts'

/** Few at a time: what is compared is how long an answer takes, not how many there are. */
const connections = 8
/** Milliseconds between the medians, at most (bar 12 of the threat model). */
const mostApart = 10

type Request = () => string | null

function side(crowd: HttpCrowd, { clocks }: Product, { says, next }: { says: string; next: Request }): Side {
  return {
    says,
    run: (seconds) => crowd.run({ seconds, next, status: 303 }),
    clocks: { product: clocks.product, database: clocks.database, load: processTime('self') },
  }
}

/** Nobody else of the benchmark has these numbers. */
const firstBlocked = 1_000_000_000
const firstHeld = 2_000_000_000
const mostBlocked = 200_000

/** Their mailboxes said that it was not them: whoever signs with them is answered like anybody. */
async function blockMailboxes({ database }: Product): Promise<void> {
  const addresses = Array.from({ length: mostBlocked }, (_, n) => nthForm(firstBlocked + n)['email'] ?? '')
  await database.query(
    `insert into suppression select distinct index, 'not-me', now() from unnest($1::bytea[]) as t(index)
     on conflict do nothing`,
    [addresses.flatMap(blockIndexes)],
  )
}

interface Counts {
  new: number
  again: number
  blocked: number
  held: number
}

/** Those from whom nobody must be able to tell someone new. */
const othersOf = (port: number, counts: Counts): { name: string; says: string; next: Request }[] => [
  {
    name: 'even',
    says: 'people who signed before',
    next: () => (counts.again < counts.new ? signingRequest((counts.again += 1), port) : null),
  },
  {
    name: 'even, suppressed',
    says: 'people whose mailbox is left alone',
    next: () => (counts.blocked < mostBlocked ? signingRequest(firstBlocked + (counts.blocked += 1) - 1, port) : null),
  },
  {
    name: 'even, held',
    says: 'signatures that are held',
    next: () => heldRequest(firstHeld + (counts.held += 1), port),
  },
]

const apartOf = ({ ours, limit }: ComparisonResult) => Math.abs(ours.p50 - limit.p50)

/**
 * How long the answer takes for someone who signs for the first time, and for someone who signed before, whose mailbox is left alone
 * or who is held: nobody must tell.
 */
export const even: Benchmark = async ({ pace, profileTo, present }) => {
  const product = await startProduct({ profileTo })
  try {
    const filled = await fillSignatures(product.database, present)
    await blockMailboxes(product)
    const crowd = httpCrowd(product.port, connections)
    const counts: Counts = { new: 0, again: 0, blocked: 0, held: 0 }
    const limit = side(crowd, product, {
      says: `people who sign for the first time, ${connections} connections`,
      next: () => signingRequest((counts.new += 1), product.port),
    })
    const comparisons: ComparisonResult[] = []
    for (const { name, ...other } of othersOf(product.port, counts))
      comparisons.push(await compare({ name, unit: 'answers/s', limit, ours: side(crowd, product, other) }, pace))
    for (const result of comparisons)
      if (apartOf(result) > mostApart)
        throw new Error(`${result.name}: the medians are ${apartOf(result).toFixed(1)} ms apart`)
    const signed = 'signature where id >= $1'
    return {
      comparisons,
      checked: [
        ...comparisons.map(
          (result) => `${result.ours.says}: medians ${apartOf(result).toFixed(2)} ms apart, at most ${mostApart}`,
        ),
        assertEqual(
          'signatures',
          await countRows(product.database, signed, [firstRealId]),
          counts.new + counts.blocked + counts.held,
        ),
        assertEqual(
          'held',
          await countRows(product.database, `${signed} and state = 'quarantined'`, [firstRealId]),
          counts.held,
        ),
      ],
      beside: filled,
    }
  } finally {
    await product.close()
  }
}
