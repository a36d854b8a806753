import { problem } from './reply.server.ts'

/** 429: within so many seconds there is room again. */
export const tooManyRequests = (seconds: number, detail: string): Response =>
  problem(
    { status: 429, kind: 'too-many-requests', title: 'Too many requests', detail },
    { 'Retry-After': String(seconds) },
  )

/** 503: nobody's fault, and soon over. */
export const comeBackSoon = (): Response =>
  problem(
    {
      status: 503,
      kind: 'unavailable',
      title: 'Service unavailable',
      detail:
        'Too much arrives at once, or the service starts. Nothing was done: please send the same again in a moment.',
    },
    { 'Retry-After': '5' },
  )
