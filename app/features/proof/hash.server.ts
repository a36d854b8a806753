import { hash } from 'node:crypto'
import type { Sha256 } from './rules/merkle.ts'

/** SHA-256 as this machine has it. */
export const sha256: Sha256 = (bytes) => hash('sha256', bytes, 'buffer')
