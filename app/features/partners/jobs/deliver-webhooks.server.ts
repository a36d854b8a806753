import { randomInt } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { config } from '#app/infra/config.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { log } from '#app/infra/log/log.server.ts'
import { sendOutside, type Sent } from '#app/infra/outbound/send-outside.server.ts'
import { waitAfter, withJitter } from '../rules/webhook-pace.ts'
import { signatureOf, unsealOfWebhook } from '../webhook-secret.server.ts'

/** Messages under way at a time. */
const atOnce = 8
/** Seconds after which a message whose process ended is taken up by another. */
const lease = 60

interface Leased {
  id: string
  webhook_id: number
  body: string
  tries: number
}

/** Takes what is due, as a mail delivery is taken: leased, so that one process sends it. Of each webhook one at a time, the oldest first. */
async function takeDue(now: Date): Promise<Leased[]> {
  const { rows } = await pool().query<Leased>(
    `update webhook_message m set leased_until = $1::timestamptz + interval '${lease} seconds', tries = m.tries + 1
     where m.id in (
       select d.id from webhook_message d join webhook w on w.id = d.webhook_id
       where d.due_at <= $1 and (d.leased_until is null or d.leased_until < $1) and w.paused_at is null
         and not exists (select from webhook_message u where u.webhook_id = d.webhook_id and u.leased_until >= $1)
         and d.id = (select f.id from webhook_message f where f.webhook_id = d.webhook_id and f.due_at <= $1 order by f.due_at, f.id limit 1)
       order by d.due_at, d.id limit ${atOnce} for update of d skip locked
     )
     returning m.id, m.webhook_id, m.body, m.tries`,
    [now],
  )
  return rows
}

async function send({ id, webhook_id: webhookId, body }: Leased, now: Date): Promise<Sent> {
  const row = await db().webhook.findUniqueOrThrow({ where: { id: webhookId } })
  const { createdAt, sealedBefore, beforeUntil } = row
  // Both were sealed as the secret: rotation moves the envelope.
  const secrets = [unsealOfWebhook(row.sealedSecret, 'sealed_secret', createdAt)]
  if (sealedBefore && beforeUntil && beforeUntil > now)
    secrets.push(unsealOfWebhook(sealedBefore, 'sealed_secret', createdAt))
  const timestamp = Math.floor(now.getTime() / 1000)
  return sendOutside({
    url: unsealOfWebhook(row.sealedUrl, 'sealed_url', createdAt),
    body,
    tryingOut: !config().production,
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': 'Portevoix-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signatureOf({ id, timestamp, body }, secrets),
    },
  })
}

const arrived = (sent: Sent) => sent.outcome === 'answered' && sent.status >= 200 && sent.status < 300
/** The receiver says that it is not there any more (Standard Webhooks). */
const isGone = (sent: Sent) => sent.outcome === 'answered' && sent.status === 410

/** Stops a webhook that nobody answers, and says so in the trail and in the log; the team finds it on its page. */
async function giveUp({ id, webhook_id: webhookId }: Leased, now: Date): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.webhookMessage.updateMany({ where: { id }, data: { dueAt: null } })
    const { count } = await tx.webhook.updateMany({
      where: { id: webhookId, pausedAt: null },
      data: { pausedAt: now, gaveUp: true },
    })
    if (count === 0) return
    await appendAudit(tx, { actor: null, action: 'webhook.gave-up', subject: `webhook:${webhookId}` }, now)
    log.error('a webhook was paused: nobody answers', { job: 'partners.deliver-webhooks', id: String(webhookId) })
  })
}

async function settle(leased: Leased, sent: Sent, now: Date): Promise<void> {
  const { id, tries } = leased
  if (arrived(sent)) {
    await db().webhookMessage.updateMany({ where: { id }, data: { arrivedAt: now, dueAt: null, leasedUntil: null } })
    return
  }
  const wait = isGone(sent) ? null : waitAfter(tries)
  const dueAt = wait === null ? null : new Date(now.getTime() + withJitter(wait, randomInt(1000) / 1000))
  await db().webhookMessage.updateMany({ where: { id }, data: { dueAt, leasedUntil: null } })
  if (dueAt === null) await giveUp(leased, now)
}

async function attempt(leased: Leased, now: Date): Promise<void> {
  const began = performance.now()
  const sent = await send(leased, now)
  await db().webhookTry.create({
    data: {
      messageId: leased.id,
      at: now,
      status: sent.outcome === 'answered' ? sent.status : null,
      fault: sent.outcome === 'failed' ? sent.fault : null,
      milliseconds: Math.round(performance.now() - began),
    },
  })
  await settle(leased, sent, now)
}

/** Sends what is due. @returns how many were tried */
export async function deliverWebhooks(now: Date): Promise<number> {
  const due = await takeDue(now)
  const tried = await Promise.allSettled(due.map((leased) => attempt(leased, now)))
  for (const one of tried)
    if (one.status === 'rejected')
      log.error('a webhook could not be told', { job: 'partners.deliver-webhooks', error: one.reason })
  return due.length
}

/** Milliseconds between two looks at what is due. */
const pace = 2000

interface Running {
  signal: AbortSignal
  /** A database that was restored or copied calls nobody until a person says so, as it writes no mail. */
  maySend: () => Promise<boolean>
}

/** Sends what is due until it is stopped; what is under way ends first. */
export async function runWebhooks({ signal, maySend }: Running): Promise<void> {
  const deliver = async () => ((await maySend()) ? deliverWebhooks(new Date()) : 0)
  while (!signal.aborted) {
    const tried = await deliver().catch((error: unknown) => {
      log.warn('cannot look for webhooks', { error })
      return 0
    })
    if (tried === 0) await pause(pace, undefined, { signal }).catch(() => {})
  }
}
