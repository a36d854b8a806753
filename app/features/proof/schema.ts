import type { LogEvent } from './rules/entry.ts'

/** A signed tree head, as the machine interface gives it. */
export interface PublicHead {
  size: number
  /** Base64. */
  root: string
  /** C2SP signed note. */
  note: string
  /** The key to check it with. */
  key: string
  signedAt: string
  confirmed: number
  withdrawn: number
  invalidated: number
  restored: number
  /** confirmed − withdrawn − invalidated + restored */
  counted: number
}

/** A head as letters print it: the same to everybody who gets one. */
export interface PrintedHead {
  size: number
  /** Base64. */
  root: string
  counted: number
}

/** One entry as anyone may read it; bytes in base64. Its leaf hash can be computed from the rest. */
export interface PublicEntry {
  index: number
  leafHash: string
  commitment: string
  text: string
  day: string
  event: LogEvent
}

/** What a signer keeps, to show that they are counted. Bytes in base64. */
export interface Receipt {
  log: string
  index: number
  signature: string
  nonce: string
  text: string
  day: string
  event: LogEvent
}

/** Entries in one answer. */
export const mostEntries = 1000

/** Reads whole numbers from an address. A parameter that is missing, given twice or no number is named. */
export function readNumbers<Name extends string>(
  parameters: URLSearchParams,
  names: readonly [Name, Name],
): { outcome: 'not-understood'; parameter: Name } | { outcome: 'understood'; values: readonly [number, number] } {
  const read = names.map((name) => {
    const given = parameters.getAll(name)
    return given.length === 1 && /^\d{1,15}$/.test(given[0] ?? '') ? Number(given[0]) : null
  })
  const [one, other] = read
  if (one === null || one === undefined) return { outcome: 'not-understood', parameter: names[0] }
  if (other === null || other === undefined) return { outcome: 'not-understood', parameter: names[1] }
  return { outcome: 'understood', values: [one, other] }
}
