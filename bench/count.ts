import type { Benchmark } from './support/benchmark.ts'
import { fillSignatures } from './support/fill-signatures.ts'
import { slug, startProduct } from './support/product.ts'
import { compareSameBytes } from './support/same-bytes.ts'

/** The count, from memory, beside a bare server of the same bytes. */
export const count: Benchmark = async ({ pace, profileTo, present }) => {
  const product = await startProduct({ profileTo })
  try {
    const filled = await fillSignatures(product.database, present)
    return {
      ...(await compareSameBytes(product, {
        name: 'count',
        address: `/api/v1/campaigns/${slug}/count`,
        pace,
        alsoKnown: false,
      })),
      beside: filled,
    }
  } finally {
    await product.close()
  }
}
