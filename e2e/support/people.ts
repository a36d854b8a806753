import { randomBytes } from 'node:crypto'

/** Letters that no other test uses. */
export const unique = (): string => randomBytes(6).toString('hex')

/** An address of a person that exists in one test only. */
export const anAddress = (who = 'signer'): string => `${who}-${unique()}@example.org`

export interface Person {
  name: string
  email: string
}

/** Somebody whose name would be found again wherever it leaked. */
export const aPerson = (first = 'Camille'): Person => {
  const mark = unique()
  return { name: `${first} Zq${mark}`, email: `${first.toLowerCase()}.zq${mark}@example.org` }
}
