import type { Benchmark } from './support/benchmark.ts'
import { fillSignatures } from './support/fill-signatures.ts'
import { slug, startProduct } from './support/product.ts'
import { compareSameBytes } from './support/same-bytes.ts'

/** The campaign page as visitors get it, kept and compressed, beside a bare server of the same bytes. */
export const page: Benchmark = async ({ pace, profileTo, present }) => {
  const product = await startProduct({ profileTo })
  try {
    const filled = await fillSignatures(product.database, present)
    return {
      ...(await compareSameBytes(product, { name: 'page', address: `/fr/${slug}`, pace, alsoKnown: true })),
      beside: filled,
    }
  } finally {
    await product.close()
  }
}
