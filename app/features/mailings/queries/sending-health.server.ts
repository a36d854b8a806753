import { z } from 'zod'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { isAlertKind, type Alert } from '../rules/health/alerts.ts'
import { overviewOf, type Overview, type ReceiverFigures } from '../rules/health/figures.ts'
import { checkNames, isCode, type Check, type Code } from '../rules/health/finding.ts'
import { fingerprintOf, senderSettings } from '../sender-settings.server.ts'

const hourly = `
select receiver, sum(accepted)::int as accepted, sum(deferred)::int as deferred, sum(refused)::int as refused, sum(returned)::int as returned,
  sum(complained)::int as complained, bit_count(bit_or(marks)::bit(64))::int as recipients
from receiver_tally where hour > $1::timestamptz - make_interval(hours => $2::int) group by receiver`

/** What receivers answered over the last hours, and what came back. */
export async function figuresOver(hours: number, now: Date): Promise<ReceiverFigures[]> {
  const { rows } = await pool().query<ReceiverFigures>(hourly, [now, hours])
  return rows
}

/** The same for a person to look at: receivers of few mailboxes are only there together. */
export const findOverview = async (days: number, now: Date): Promise<Overview> =>
  overviewOf(await figuresOver(days * 24, now))

export interface OpenAlert extends Alert {
  since: Date
}

/** What a person should look at now, the oldest first. */
export async function listSendingAlerts(): Promise<OpenAlert[]> {
  const rows = await db().sendingAlert.findMany({ orderBy: [{ since: 'asc' }, { kind: 'asc' }, { receiver: 'asc' }] })
  return rows.flatMap(({ kind, ...alert }) => (isAlertKind(kind) ? [{ kind, ...alert }] : []))
}

export interface SenderReport {
  checkedAt: Date
  checks: readonly Check[]
  /** The settings are others now. */
  isOutdated: boolean
}

const record = z.object({ name: z.string(), type: z.enum(['TXT', 'MX', 'PTR']), value: z.string() })
const checkShape = z.object({
  name: z.enum(checkNames),
  findings: z.array(
    z.object({
      code: z.custom<Code>((value) => typeof value === 'string' && isCode(value)),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  published: z.array(record),
  advised: z.array(record),
})

/** What the last check found; `null` when there was none, or an older version wrote it. */
export async function findSenderReport(): Promise<SenderReport | null> {
  const kept = await db().senderCheck.findUnique({ where: { id: 1 } })
  const checks = z.array(checkShape).safeParse(kept?.checks)
  const settings = senderSettings()
  if (!kept || !checks.success || !settings) return null
  return { checkedAt: kept.checkedAt, checks: checks.data, isOutdated: kept.settings !== fingerprintOf(settings) }
}
