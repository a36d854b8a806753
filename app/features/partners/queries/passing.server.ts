import { Overloaded } from '#app/infra/db/group-commit.ts'
import { isUnavailable } from '#app/infra/db/unavailable.server.ts'

/** Whether what went wrong is nobody's fault and soon over: too much at once, or the database is away. */
export const isPassing = (error: unknown): boolean => error instanceof Overloaded || isUnavailable(error)
