import { randomBytes } from 'node:crypto'
import { macOf } from '#app/infra/vault/mac.server.ts'
import { seal, unseal } from '#app/infra/vault/seal.server.ts'

const prefix = 'whsec_'

/** As Standard Webhooks writes it: 32 random bytes. */
export const newWebhookSecret = (): string => prefix + randomBytes(32).toString('base64')

type Column = 'sealed_url' | 'sealed_secret'

const place = (column: Column, mark: string) => ({ table: 'webhook', column, row: mark })

/** What is sealed belongs to its row by the instant of its making: the number is not known before. */
const rowOf = (createdAt: Date) => createdAt.toISOString()

export const sealForWebhook = (text: string, column: Column, createdAt: Date) =>
  seal(text, place(column, rowOf(createdAt)))
export const unsealOfWebhook = (sealed: Uint8Array, column: Column, createdAt: Date): string =>
  unseal(sealed, place(column, rowOf(createdAt)))

interface Signed {
  id: string
  /** Seconds since 1970. */
  timestamp: number
  body: string
}

/** `v1,` and HMAC-SHA-256 over id, time and body (Standard Webhooks 1.0), for each secret that is good. */
export const signatureOf = ({ id, timestamp, body }: Signed, secrets: readonly string[]): string =>
  secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(prefix.length), 'base64')
      return `v1,${macOf(key).digest(`${id}.${timestamp}.${body}`).toString('base64')}`
    })
    .join(' ')
