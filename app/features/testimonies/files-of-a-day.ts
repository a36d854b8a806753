import { bucketSize } from './rules.ts'

/** What the sealed pages of one deposit take, in whole megabytes: the count of a day tells no two deposits apart by their size. */
export const megabytesOf = (files: readonly (readonly { bytes: Uint8Array }[])[]): number =>
  Math.ceil(files.flat().reduce((sum, { bytes }) => sum + bucketSize(bytes.length + 4), 0) / 2 ** 20)

/** How a day's place for files stands, in megabytes. */
export interface FilesDay {
  taken: number
  most: number
  /** Somebody was refused today. */
  refused: boolean
}

/** What is said to the team. `null`: nothing, there is enough. */
export function fullness({ taken, most, refused }: FilesDay): 'full' | 'nearly' | null {
  if (refused || taken >= most) return 'full'
  return taken >= most * 0.8 ? 'nearly' : null
}
