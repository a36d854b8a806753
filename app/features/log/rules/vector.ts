import { z } from 'zod'
import { extendsTree, includes } from './merkle.ts'

/** Base64 as RFC 4648 §4 has it, and nothing beside it: one value has one spelling. */
const bytes = z
  .string()
  .refine((text) => Buffer.from(text, 'base64').toString('base64') === text)
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64')))

/** An empty proof is written as none by some. */
const proof = z
  .array(bytes)
  .nullable()
  .transform((hashes) => hashes ?? [])

const inclusion = z
  .object({ leafIdx: z.number(), treeSize: z.number(), root: bytes, leafHash: bytes, proof })
  .transform(({ leafIdx, treeSize, root, leafHash, proof: hashes }) =>
    includes({ index: leafIdx, size: treeSize, root, leaf: leafHash, proof: hashes }),
  )

const consistency = z
  .object({ size1: z.number(), size2: z.number(), root1: bytes, root2: bytes, proof })
  .transform(({ size1, size2, root1, root2, proof: hashes }) =>
    extendsTree({ first: size1, second: size2, firstRoot: root1, secondRoot: root2, proof: hashes }),
  )

const vector = z.union([inclusion, consistency])

/**
 * Judges a test vector of RFC 9162 proofs, one JSON object: `{leafIdx, treeSize, root, leafHash, proof}` or `{size1, size2, root1,
 * root2, proof}`, hashes in base64. What it says of itself (`wantErr`) is not looked at. @returns whether the proof holds; one
 * that cannot be read does not
 */
export function holds(json: string): boolean {
  try {
    const read = vector.safeParse(JSON.parse(json))
    return read.success && read.data
  } catch {
    return false
  }
}
