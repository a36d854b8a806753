import { z } from 'zod'

const coded = z.looseObject({ code: z.string() })
/** Prisma wraps what the driver said, without a code of its own that would tell a restart from a mistake. */
const wrapped = z.looseObject({ meta: z.looseObject({ driverAdapterError: z.looseObject({ cause: coded }) }) })

/** Classes 08 and 57P0 of SQLSTATE, the operating system's, Prisma's own for the same. */
const away = /^(ECONN|EPIPE|57P0|08|P1001|P1002|P1008|P1017|P2024|P2028)/

const codesOf = (error: unknown): string[] => {
  const own = coded.safeParse(error).data?.code
  const inner = wrapped.safeParse(error).data?.meta.driverAdapterError.cause.code
  return [own, inner].filter((code) => code !== undefined)
}

/** The database cannot be reached, starts, or is shutting down: nobody's fault, and soon over. */
export const isUnavailable = (error: unknown): boolean =>
  error instanceof Error &&
  (/connect|terminat|timeout exceeded|reach database/i.test(error.message) ||
    codesOf(error).some((code) => away.test(code)))
