import { answerOnce } from '#app/features/partners/commands/answer-once.server.ts'
import type { Partner } from '#app/features/partners/schema.ts'
import { problem } from './reply.server.ts'

const badKey = (): Response =>
  problem({
    status: 400,
    kind: 'bad-idempotency-key',
    title: 'Bad idempotency key',
    detail: 'Idempotency-Key must be 1 to 255 visible ASCII characters, such as a UUID.',
  })

const otherRequest = (): Response =>
  problem({
    status: 422,
    kind: 'idempotency-key-reused',
    title: 'Idempotency key reused',
    detail: 'This key came with another request in the last 24 hours. Use a new key for each signature.',
  })

const underWay = (): Response =>
  problem(
    {
      status: 409,
      kind: 'request-under-way',
      title: 'Request under way',
      detail: 'A request with this key is being answered. Ask again in the seconds that Retry-After says.',
    },
    { 'Retry-After': '1' },
  )

interface Sent {
  partner: Partner
  /** The header, as it came. */
  key: string
  /** Address and body: what must be the same when the key is. */
  request: string
  now: Date
}

/** Quoted, as the draft writes it (a string of RFC 9651), or bare, as everybody does. */
const bare = (key: string) => key.replace(/^"(.*)"$/, '$1')

/** Answers a request with an Idempotency-Key once; the same request again hears the same answer. */
export async function idempotently(
  { partner, key, request, now }: Sent,
  work: () => Promise<Response>,
): Promise<Response> {
  if (!/^[\x21-\x7e]{1,255}$/.test(bare(key))) return badKey()
  const once = await answerOnce({ partnerId: partner.id, key: bare(key), request }, now, async () => {
    const answer = await work()
    return { status: answer.status, body: await answer.text() }
  })
  if (once.outcome === 'other-request') return otherRequest()
  if (once.outcome === 'under-way') return underWay()
  const { status, body } = once.answer
  const type = status < 300 ? 'application/json' : 'application/problem+json; charset=utf-8'
  return new Response(body, { status, headers: { 'Content-Type': type, 'Cache-Control': 'no-store' } })
}
