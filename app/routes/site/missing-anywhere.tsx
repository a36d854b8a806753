import { refuse } from '#app/http/answer.server.ts'

export const loader = () => {
  throw refuse(404)
}
export const action = loader

/** Addresses without a language. */
export default function Missing() {
  return null
}
