import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { singleton } from '../singleton.ts'
import { PrismaClient, type Prisma as PrismaNamespace } from './generated/client.ts'
import { pool, poolAs } from './pool.server.ts'

const clientOf = (connections: pg.Pool) =>
  new PrismaClient({
    adapter: new PrismaPg(connections),
    // Prisma would give up on a busy machine after two seconds; a person waits longer than that for what they decided.
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  })

/** Prisma over the shared pool. */
export const db = (): PrismaClient => singleton('prisma', () => clientOf(pool()))

const roleClients = () => singleton('prisma-as', () => new Map<string, PrismaClient>())

/** Prisma over connections that have taken on a role; see `poolAs`. */
export function dbAs(role: string): PrismaClient {
  const known = roleClients().get(role)
  if (known) return known
  const made = clientOf(poolAs(role))
  roleClients().set(role, made)
  return made
}

/** A client inside `db().$transaction(async (tx) => …)`. */
export type Transaction = PrismaNamespace.TransactionClient
