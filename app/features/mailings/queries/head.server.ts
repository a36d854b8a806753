import type { PrintedHead } from '#app/features/proof/schema.ts'

export interface HeadColumns {
  headSize: bigint | null
  headRoot: Uint8Array<ArrayBuffer> | null
  headCounted: bigint | null
}

/** The columns of a mailing that hold the head of the log. */
export const selectHead = { headSize: true, headRoot: true, headCounted: true } as const

/** A head as a mailing keeps it. */
export const headColumns = (head: PrintedHead | null): HeadColumns => ({
  headSize: head && BigInt(head.size),
  headRoot: head && new Uint8Array(Buffer.from(head.root, 'base64')),
  headCounted: head && BigInt(head.counted),
})

/** The head that a mailing began with; `null`: the log was empty, or an older release began it. */
export function headIn({ headSize, headRoot, headCounted }: HeadColumns): PrintedHead | null {
  if (headSize === null || headRoot === null || headCounted === null) return null
  return { size: Number(headSize), root: Buffer.from(headRoot).toString('base64'), counted: Number(headCounted) }
}
