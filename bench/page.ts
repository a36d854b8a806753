import type { Benchmark } from './support/benchmark.ts'
import { slug, startProduct } from './support/product.ts'
import { compareSameBytes } from './support/same-bytes.ts'

/** The campaign page as visitors get it, kept and compressed, beside a bare server of the same bytes. */
export const page: Benchmark = async ({ pace, profileTo }) => {
  const product = await startProduct({ profileTo })
  try {
    return {
      ...(await compareSameBytes(product, { name: 'page', address: `/fr/${slug}`, pace, alsoKnown: true })),
      beside: [],
    }
  } finally {
    await product.close()
  }
}
