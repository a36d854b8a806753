import { db } from '#app/infra/db/prisma.server.ts'
import { blindIndex } from '#app/infra/vault/index.server.ts'

/** An answer that can be given again: it names nobody. */
export interface KeptAnswer {
  status: number
  /** JSON. */
  body: string
}

export interface Attempt {
  partnerId: number
  /** As the partner wrote it. */
  key: string
  /** What the request was: address and bytes. */
  request: string
}

type OnceOutcome =
  | { outcome: 'answered'; answer: KeptAnswer; again: boolean }
  /** The same key came with something else. */
  | { outcome: 'other-request' }
  | { outcome: 'under-way' }

const hour = 3_600_000
/** Milliseconds for which an answer is given again. */
const keptFor = 24 * hour
/** Milliseconds after which a request that has no answer is taken for one whose process ended. */
const givenUpAfter = 60_000

/** An answer that would be another one in a moment is not kept. */
const isFinal = ({ status }: KeptAnswer) => status < 500 && status !== 429

/**
 * Answers a request with an Idempotency-Key (draft-ietf-httpapi-idempotency-key-header): of many with one key, one is done, whichever
 * process they reach; the others hear its answer, for 24 hours. What fails is forgotten, so that it can be tried again.
 * Only keyed hashes of the key and of the request are kept.
 */
export async function answerOnce(
  { partnerId, key, request }: Attempt,
  now: Date,
  work: () => Promise<KeptAnswer>,
): Promise<OnceOutcome> {
  const keyHash = blindIndex(`idempotency|${partnerId}`, key)
  const fingerprint = blindIndex(`idempotent-request|${partnerId}`, request)
  const mine = { partnerId, keyHash }
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds)
  await db().partnerRequest.deleteMany({
    where: {
      ...mine,
      OR: [{ createdAt: { lte: before(keptFor) } }, { status: null, createdAt: { lte: before(givenUpAfter) } }],
    },
  })
  const { count } = await db().partnerRequest.createMany({
    data: { ...mine, fingerprint, createdAt: now },
    skipDuplicates: true,
  })
  if (count === 0) return ofBefore(mine, fingerprint)
  // Only of this attempt: one that was given up for lost, and came late, writes over no other.
  const own = { ...mine, createdAt: now }
  try {
    const answer = await work()
    const { status, body } = answer
    if (isFinal(answer)) await db().partnerRequest.updateMany({ where: own, data: { status, answer: body } })
    else await db().partnerRequest.deleteMany({ where: own })
    return { outcome: 'answered', answer, again: false }
  } catch (error) {
    await db().partnerRequest.deleteMany({ where: own })
    throw error
  }
}

async function ofBefore(
  where: { partnerId: number; keyHash: Uint8Array<ArrayBuffer> },
  fingerprint: Uint8Array,
): Promise<OnceOutcome> {
  const row = await db().partnerRequest.findFirst({ where })
  if (row && !Buffer.from(fingerprint).equals(row.fingerprint)) return { outcome: 'other-request' }
  if (!row || row.status === null || row.answer === null) return { outcome: 'under-way' }
  return { outcome: 'answered', answer: { status: row.status, body: row.answer }, again: true }
}
