import type { PrismaClient } from '#app/infra/db/generated/client.ts'
import { dbAs, type Transaction } from '#app/infra/db/prisma.server.ts'
import { testimoniesRole } from '../role.ts'

/** The database as this room and those above it reach testimonies: under a role that sees no signature. */
export const apart = (): PrismaClient => dbAs(testimoniesRole)

export type ApartTransaction = Transaction
