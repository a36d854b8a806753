import type { Benchmark } from './support/benchmark.ts'
import { compare, type Side } from './support/compare.ts'
import { fillSignatures } from './support/fill-signatures.ts'
import { httpCrowd, type HttpCrowd } from './support/http-crowd.ts'
import { assertEqual, countRows } from './support/limit-table.ts'
import { processTime } from './support/processor-time.ts'
import { firstRealId, startProduct, type Product } from './support/product.ts'
import { signingRequest } from './support/signing-requests.ts'

/** Few at a time: what is compared is how long an answer takes, not how many there are. */
const connections = 8
/** Milliseconds between the medians, at most (bar 12 of the threat model). */
const mostApart = 10

interface People {
  new: number
  again: number
}

function side(crowd: HttpCrowd, { port, clocks }: Product, who: { says: string; next: () => number | null }): Side {
  const next = () => {
    const person = who.next()
    return person === null ? null : signingRequest(person, port)
  }
  return {
    says: who.says,
    run: (seconds) => crowd.run({ seconds, next, status: 303 }),
    clocks: { product: clocks.product, database: clocks.database, load: processTime('self') },
  }
}

/** How long the answer takes for someone who signs for the first time, and for someone who signed before: nobody must tell. */
export const even: Benchmark = async ({ pace, profileTo, present }) => {
  const product = await startProduct({ profileTo })
  try {
    const filled = await fillSignatures(product.database, present)
    const crowd = httpCrowd(product.port, connections)
    const people: People = { new: 0, again: 0 }
    const result = await compare(
      {
        name: 'even',
        unit: 'answers/s',
        limit: side(crowd, product, {
          says: `people who sign for the first time, ${connections} connections`,
          next: () => (people.new += 1),
        }),
        ours: side(crowd, product, {
          says: 'people who signed before',
          next: () => (people.again < people.new ? (people.again += 1) : null),
        }),
      },
      pace,
    )
    const apart = Math.abs(result.ours.p50 - result.limit.p50)
    if (apart > mostApart) throw new Error(`the medians are ${apart.toFixed(1)} ms apart`)
    return {
      comparisons: [result],
      checked: [
        `medians ${apart.toFixed(2)} ms apart, at most ${mostApart}`,
        assertEqual(
          'signatures',
          await countRows(product.database, 'signature where id >= $1', [firstRealId]),
          people.new,
        ),
      ],
      beside: filled,
    }
  } finally {
    await product.close()
  }
}
