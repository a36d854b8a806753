import { z } from 'zod'
import { extendsTree, includes, type Sha256 } from './merkle.ts'

/** Base64 as RFC 4648 §4 has it, and nothing beside it: one value has one spelling. */
const bytes = z
  .base64()
  .refine((text) => btoa(atob(text)) === text)
  .transform((text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)))

/** An empty proof is written as none by some. */
const proof = z
  .array(bytes)
  .nullable()
  .transform((hashes) => hashes ?? [])

const inclusion = z
  .object({ leafIdx: z.number(), treeSize: z.number(), root: bytes, leafHash: bytes, proof })
  .transform(({ leafIdx, treeSize, root, leafHash, proof: hashes }) => ({
    holds: (sha256: Sha256) =>
      includes({ index: leafIdx, size: treeSize, root, leaf: leafHash, proof: hashes }, sha256),
  }))

const consistency = z
  .object({ size1: z.number(), size2: z.number(), root1: bytes, root2: bytes, proof })
  .transform(({ size1, size2, root1, root2, proof: hashes }) => ({
    holds: (sha256: Sha256) =>
      extendsTree({ first: size1, second: size2, firstRoot: root1, secondRoot: root2, proof: hashes }, sha256),
  }))

const vector = z.union([inclusion, consistency])

/**
 * Judges a test vector of RFC 9162 proofs, one JSON object: `{leafIdx, treeSize, root, leafHash, proof}` or `{size1, size2, root1,
 * root2, proof}`, hashes in base64. What it says of itself (`wantErr`) is not looked at. @returns whether the proof holds; one
 * that cannot be read does not
 */
export function holds(json: string, sha256: Sha256): boolean {
  try {
    const read = vector.safeParse(JSON.parse(json))
    return read.success && read.data.holds(sha256)
  } catch {
    return false
  }
}
