import { createHmac, randomInt } from 'node:crypto'
import { createChallenge, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { Challenge } from 'altcha-lib/types'
import { z } from 'zod'
import { keyring } from '#app/infra/vault/keys.server.ts'

const minutesToSolve = 10
/** PBKDF2 of so many rounds takes about a millisecond, here and in a browser alike. */
const rounds = 5000
/** So many have to be tried: about a second on a desktop, four or five on a cheap telephone. */
const fewest = 800
const most = 1400

const secret = (purpose: string) => createHmac('sha256', keyring().sessionKey).update(`altcha/${purpose}`).digest('hex')
const secrets = () => ({ hmacSignatureSecret: secret('challenge'), hmacKeySignatureSecret: secret('key') })

/** Work for one form of one campaign. Nothing is kept: what has to be known again is in it, signed. */
export const newChallenge = (campaignId: number, now: Date): Promise<Challenge> =>
  createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: rounds,
    counter: randomInt(fewest, most),
    deriveKey,
    data: { campaign: campaignId },
    expiresAt: new Date(now.getTime() + minutesToSolve * 60_000),
    ...secrets(),
  })

const longestSolution = 2000
const hex = z.string().regex(/^[0-9a-f]{2,128}$/)

/** What comes back, closely: these parts become the text that the signature is over. */
const solved = z.strictObject({
  challenge: z.strictObject({
    parameters: z.strictObject({
      algorithm: z.literal('PBKDF2/SHA-256'),
      cost: z.literal(rounds),
      data: z.strictObject({ campaign: z.int() }),
      expiresAt: z.int(),
      keyLength: z.literal(32),
      keyPrefix: hex,
      keySignature: hex,
      nonce: hex.length(32),
      salt: hex.length(32),
    }),
    signature: hex,
  }),
  solution: z.looseObject({ counter: z.int().min(0).max(1_000_000), derivedKey: hex }),
})

function read(written: string): z.output<typeof solved> | null {
  if (written.length > longestSolution) return null
  try {
    return solved.safeParse(JSON.parse(Buffer.from(written, 'base64').toString())).data ?? null
  } catch {
    return null // no JSON
  }
}

/** A challenge that was solved in time. That it is the first time is for the database to say. */
export interface Solved {
  nonce: Buffer<ArrayBuffer>
  expiresAt: Date
}

/** Checks a solution; `null` for none, a wrong or an old one, and for one of another campaign. */
export async function checkSolution(written: string, campaignId: number, now: Date): Promise<Solved | null> {
  const given = read(written)
  if (!given || given.challenge.parameters.data.campaign !== campaignId) return null
  const { expiresAt, nonce } = given.challenge.parameters
  if (expiresAt * 1000 <= now.getTime()) return null
  const { verified } = await verifySolution({ ...given, deriveKey, ...secrets() })
  return verified ? { nonce: Buffer.from(nonce, 'hex'), expiresAt: new Date(expiresAt * 1000) } : null
}
