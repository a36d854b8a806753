import { PrismaPg } from '@prisma/adapter-pg'
import { singleton } from '../singleton.ts'
import { PrismaClient, type Prisma as PrismaNamespace } from './generated/client.ts'
import { pool } from './pool.server.ts'

/** Prisma over the shared pool. */
export const db = (): PrismaClient =>
  singleton(
    'prisma',
    () =>
      new PrismaClient({
        adapter: new PrismaPg(pool()),
        // Prisma would give up on a busy machine after two seconds; a person waits longer than that for what they decided.
        transactionOptions: { maxWait: 10_000, timeout: 15_000 },
      }),
  )

/** A client inside `db().$transaction(async (tx) => …)`. */
export type Transaction = PrismaNamespace.TransactionClient
