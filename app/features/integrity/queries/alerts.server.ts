import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { fewestToName } from '../rules.ts'
import { alertKinds, type AlertKind } from '../schema.ts'
import { namesOfDomains } from './held.server.ts'

export interface OpenAlert {
  id: number
  campaignId: number
  kind: AlertKind
  key: string
  name: string | null
  signatures: number
  raisedAt: Date
  lastAt: Date
}

const mostShown = 30
const isKind = (kind: string): kind is AlertKind => alertKinds.some((known) => known === kind)

/** What the watch noticed and nobody has looked at yet, the largest first. */
export async function openAlerts(campaignId?: number): Promise<OpenAlert[]> {
  const found = await db().alert.findMany({
    where: { seenAt: null, ...(campaignId === undefined ? {} : { campaignId }) },
    select: { id: true, campaignId: true, kind: true, key: true, signatures: true, raisedAt: true, lastAt: true },
    orderBy: [{ signatures: 'desc' }, { id: 'asc' }],
    take: mostShown,
  })
  const alerts = found.flatMap(({ kind, key, ...alert }) =>
    isKind(kind) ? [{ ...alert, kind, key: Buffer.from(key).toString('hex') }] : [],
  )
  const nameable = alerts.filter(({ kind, signatures }) => kind === 'domain' && signatures >= fewestToName)
  const names = await namesOfDomains(nameable.map(({ key }) => key))
  return alerts.map((alert) => ({ ...alert, name: names.get(alert.key) ?? null }))
}

export const countOpenAlerts = (): Promise<number> => db().alert.count({ where: { seenAt: null } })

export interface Trend {
  hour: Date
  kind: 'network' | 'domain'
  key: string
  name: string | null
  n: number
  odd: boolean
}

const hoursShown = 24
const trendsShown = 20

/** The largest networks and domains of the last hours. */
export async function trendsOf(campaignId: number, now: Date): Promise<Trend[]> {
  const { rows } = await pool().query<Trend>(
    `select hour, kind, encode(key, 'hex') as key, null as name, n, odd from trend
     where campaign_id = $1 and hour > $2::timestamptz - make_interval(hours => ${hoursShown}) order by n desc, key limit ${trendsShown}`,
    [campaignId, now],
  )
  const names = await namesOfDomains(
    rows.filter(({ kind, n }) => kind === 'domain' && n >= fewestToName).map(({ key }) => key),
  )
  return rows.map((row) => ({ ...row, name: row.kind === 'domain' ? (names.get(row.key) ?? null) : null }))
}
