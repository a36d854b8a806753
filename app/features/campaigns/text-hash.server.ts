import { createHash } from 'node:crypto'

export interface BindingText {
  title: string
  addressee: string
  ask: string
  body: string
  demands: readonly string[]
  consent: string
}

/** SHA-256 of what a signature binds to, over its JSON in this order of fields: anyone who has the text can compute it. */
export const textHash = ({ title, addressee, ask, body, demands, consent }: BindingText): Buffer<ArrayBuffer> =>
  Buffer.from(createHash('sha256').update(JSON.stringify({ title, addressee, ask, body, demands, consent })).digest())
