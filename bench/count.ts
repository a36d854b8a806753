import type { Benchmark } from './support/benchmark.ts'
import { slug, startProduct } from './support/product.ts'
import { compareSameBytes } from './support/same-bytes.ts'

/** The count, from memory, beside a bare server of the same bytes. */
export const count: Benchmark = async ({ pace, profileTo }) => {
  const product = await startProduct({ profileTo })
  try {
    return {
      ...(await compareSameBytes(product, {
        name: 'count',
        address: `/api/v1/campaigns/${slug}/count`,
        pace,
        alsoKnown: false,
      })),
      beside: [],
    }
  } finally {
    await product.close()
  }
}
