import { singleton } from '#app/infra/singleton.ts'
import { rowOf } from './row.server.ts'
import { writeSignatures } from './statement.server.ts'
import type { Taken } from './taken.server.ts'

/** Seals a group and writes it; resolves once it is durable. */
export type Write = (group: readonly Taken[]) => Promise<void>

export const writeHere: Write = (group) => writeSignatures(group.map(rowOf))

/** Who writes the signatures of this process: itself, unless a thread of its own was opened for it. */
export const signatureWriter = (): { write: Write } => singleton('signature-writer', () => ({ write: writeHere }))
