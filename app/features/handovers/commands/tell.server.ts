import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { forgetNews } from '#app/features/mailings/commands/tell-followers.server.ts'
import { dayKept, dayRead } from '#app/i18n/calendar.ts'
import { parisDay } from '#app/i18n/format.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { deliveryFault, type DeliveryFault } from '../rules.ts'
import { dueBy } from '../rules/clock.ts'
import { newsAbout } from '../rules/news.ts'
import type { Answer, Delivery } from '../schema.ts'
import type { Preparing } from './prepare.server.ts'

export type TellOutcome =
  | { outcome: 'delivered' | 'not-delivered' | 'answered' | 'not-answered' | 'not-possible' }
  /** With the field that it is about. */
  | { outcome: 'refused'; field: 'deliveredOn' | 'answeredOn'; why: DeliveryFault | 'before-delivery' }

const notPossible = { outcome: 'not-possible' } as const

/** Written down, and shown on the public page at once. */
async function record(tx: Transaction, { actor, campaignId, id, now }: Preparing, action: string): Promise<void> {
  await notifyWith(tx, 'page', String(campaignId))
  await appendAudit(tx, { actor, action, subject: `handover:${id}` }, now)
}

/** The day by which an answer is due, and on what it rests. Where a text sets it, it is computed whatever was typed. */
function dueFields(delivery: Delivered) {
  const { deliveredOn, dueOn, dueBasis = null, dueSourceFr = '', dueSourceEn = '', dueSourceUrl = null } = delivery
  const day = (dueBasis && dueBy(dueBasis, deliveredOn)) ?? dueOn
  const named = dueBasis === 'other'
  return {
    dueOn: day === null ? null : dayKept(day),
    dueBasis: day === null ? null : dueBasis,
    dueSourceFr: named ? dueSourceFr : '',
    dueSourceEn: named ? dueSourceEn : '',
    dueSourceUrl: named ? dueSourceUrl : null,
  }
}

const noDue = { dueOn: null, dueBasis: null, dueSourceFr: '', dueSourceEn: '', dueSourceUrl: null }

type Delivered = Pick<Delivery, 'deliveredOn' | 'how' | 'by' | 'dueOn'> & Partial<Delivery>

/**
 * Says publicly that a sealed pack was handed over: when, how, by whom in their role, and until when an answer is due. May be said
 * again, corrected.
 */
export function tellDelivered(telling: Preparing, delivery: Delivered): Promise<TellOutcome> {
  const { campaignId, id, now } = telling
  const { deliveredOn, how, by } = delivery
  return db().$transaction(async (tx): Promise<TellOutcome> => {
    const found = await tx.handover.findFirst({
      where: { id, campaignId },
      select: { sealedAt: true, answeredOn: true },
    })
    if (!found?.sealedAt) return notPossible
    const why = deliveryFault(deliveredOn, { sealedOn: parisDay(found.sealedAt), today: parisDay(now) })
    if (why) return { outcome: 'refused', field: 'deliveredOn', why }
    const { count } = await tx.handover.updateMany({
      where: { id, campaignId, state: { in: ['sealed', 'delivered'] } },
      data: {
        state: 'delivered',
        deliveredOn: dayKept(deliveredOn),
        deliveredHow: how,
        deliveredBy: by,
        ...dueFields(delivery),
      },
    })
    if (count === 0) return notPossible
    await record(tx, telling, 'handover.delivered')
    return { outcome: 'delivered' }
  })
}

/** Takes back that it was handed over, as long as there is no answer. */
export function takeBackDelivered(telling: Preparing): Promise<TellOutcome> {
  const { campaignId, id } = telling
  return db().$transaction(async (tx): Promise<TellOutcome> => {
    const { count } = await tx.handover.updateMany({
      where: { id, campaignId, state: 'delivered', answeredOn: null },
      data: { state: 'sealed', deliveredOn: null, deliveredHow: null, deliveredBy: null, ...noDue },
    })
    if (count === 0) return notPossible
    await forgetNews(tx, { campaignId, about: newsAbout(id, 'silence') })
    await record(tx, telling, 'handover.not-delivered')
    return { outcome: 'not-delivered' }
  })
}

/** Publishes what the addressee answered, in words or by where it can be read. May be said again, corrected. */
export function tellAnswered(
  telling: Preparing,
  { answeredOn, answerUrl, answerFr, answerEn }: Answer,
): Promise<TellOutcome> {
  const { campaignId, id, now } = telling
  return db().$transaction(async (tx): Promise<TellOutcome> => {
    const found = await tx.handover.findFirst({
      where: { id, campaignId, state: 'delivered' },
      select: { deliveredOn: true },
    })
    if (!found?.deliveredOn) return notPossible
    if (answeredOn > parisDay(now)) return { outcome: 'refused', field: 'answeredOn', why: 'in-the-future' }
    if (answeredOn < dayRead(found.deliveredOn))
      return { outcome: 'refused', field: 'answeredOn', why: 'before-delivery' }
    const { count } = await tx.handover.updateMany({
      where: { id, campaignId, state: 'delivered' },
      data: { answeredOn: dayKept(answeredOn), answerUrl, answerFr, answerEn },
    })
    if (count === 0) return notPossible
    await record(tx, telling, 'handover.answered')
    return { outcome: 'answered' }
  })
}

/** Takes an answer away that was published by mistake. */
export function takeBackAnswer(telling: Preparing): Promise<TellOutcome> {
  const { campaignId, id } = telling
  return db().$transaction(async (tx): Promise<TellOutcome> => {
    const { count } = await tx.handover.updateMany({
      where: { id, campaignId, state: 'delivered', answeredOn: { not: null } },
      data: { answeredOn: null, answerUrl: null, answerFr: '', answerEn: '' },
    })
    if (count === 0) return notPossible
    // Another answer is news again.
    await forgetNews(tx, { campaignId, about: newsAbout(id, 'answer') })
    await record(tx, telling, 'handover.not-answered')
    return { outcome: 'not-answered' }
  })
}
