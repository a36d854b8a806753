import { createHash } from 'node:crypto'

export interface BindingText {
  title: string
  addressee: string
  ask: string
  body: string
  demands: readonly string[]
  consent: string
}

/** What a signature binds to, written in one way: its JSON in this order of fields. */
export const hashedForm = ({ title, addressee, ask, body, demands, consent }: BindingText): string =>
  JSON.stringify({ title, addressee, ask, body, demands, consent })

/** SHA-256 of what a signature binds to (UTF-8): anyone who has the text can compute it. */
export const textHash = (text: BindingText): Buffer<ArrayBuffer> =>
  Buffer.from(createHash('sha256').update(hashedForm(text)).digest())
