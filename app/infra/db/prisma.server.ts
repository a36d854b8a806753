import { PrismaPg } from '@prisma/adapter-pg'
import { singleton } from '../singleton.ts'
import { PrismaClient, type Prisma as PrismaNamespace } from './generated/client.ts'
import { pool } from './pool.server.ts'

/** Prisma over the shared pool. */
export const db = (): PrismaClient => singleton('prisma', () => new PrismaClient({ adapter: new PrismaPg(pool()) }))

/** A client inside `db().$transaction(async (tx) => …)`. */
export type Transaction = PrismaNamespace.TransactionClient
