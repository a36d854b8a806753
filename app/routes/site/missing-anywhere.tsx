import { refuse } from '#app/http/answer.server.ts'

export const loader = () => {
  throw refuse(404)
}

export function action() {
  throw refuse(404)
}

/** Addresses without a language. */
export default function Missing() {
  return null
}
