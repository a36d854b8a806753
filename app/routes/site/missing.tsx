import { refuse } from '#app/http/answer.server.ts'

export const loader = () => {
  throw refuse(404)
}
export const action = loader

export default function Missing() {
  return null
}
