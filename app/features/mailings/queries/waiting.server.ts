import type { Actor } from '#app/features/staff/policy.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { isTooLate } from '../paris-time.ts'
import { isForPerson, waitOf, type MailingWait, type OpenTrial } from '../rules/waiting.ts'
import { subjectFields, subjectIn } from './subject.server.ts'

/** Something of the mail that stands still until somebody does something, or until letters that try a subject have shown which. */
export interface Waiting {
  /** Of the mailing; of the campaign where it is about letters to its addressee. */
  id: string
  wait: MailingWait | 'addressee' | 'addressee-stopped'
  /** What it is about: the subject, or the campaign. */
  subject: string
  /** Where it is done. */
  href: string
  /** It is for whoever asked to do it. */
  forYou: boolean
}

/** Of either kind that is looked at: a team that has more waiting reads the list. */
const mostShown = 50

const openTrials = `
select t.mailing_id as id, t.hours,
  exists (select from delivery d where d.mailing_id = m.id and d.state in ('queued', 'deferred') and d.due_at = 'infinity') as holds,
  exists (select from delivery d where d.mailing_id = m.id and d.state = 'queued' and d.due_at < 'infinity')
    or exists (select from delivery d where d.mailing_id = m.id and d.state = 'claimed') as going
from mailing_trial t join mailing m on m.id = t.mailing_id
where t.winner is null and m.state in ('sending', 'paused') and ($1::uuid is null or m.id = $1)`

/** Trials that are not decided, of mailings that have begun. @param id of one mailing; `null`: all of them */
export async function findOpenTrials(id: string | null = null): Promise<Map<string, OpenTrial>> {
  const { rows } = await pool().query<OpenTrial & { id: string }>(openTrials, [id])
  return new Map(rows.map(({ id: mailingId, ...trial }) => [mailingId, trial]))
}

const anchors: Record<MailingWait, string> = {
  approval: '#approval',
  approved: '#start',
  'not-begun': '',
  late: '#scheduled',
  choice: '/trial',
  trial: '/trial',
}

async function waitingMailings({ id: personId, locale }: Asking, now: Date): Promise<Waiting[]> {
  const [trials, found] = await Promise.all([
    findOpenTrials(),
    db().mailing.findMany({
      where: {
        OR: [
          {
            state: 'draft',
            OR: [{ askedById: { not: null } }, { approvedById: { not: null } }, { unscheduledBecause: { not: null } }],
          },
          { state: 'scheduled', scheduledFor: { lte: now } },
          { state: 'sending', trial: { is: { winner: null } } },
        ],
      },
      orderBy: { createdAt: 'desc' },
      take: mostShown,
      select: {
        id: true,
        state: true,
        createdById: true,
        changedById: true,
        askedById: true,
        approvedById: true,
        scheduledFor: true,
        unscheduledBecause: true,
        ...subjectFields(locale),
      },
    }),
  ])
  return found.flatMap(({ texts, trial, scheduledFor, ...mailing }) => {
    const tooLate = scheduledFor !== null && isTooLate(scheduledFor, now)
    const wait = waitOf({ ...mailing, tooLate, trial: trials.get(mailing.id) ?? null })
    if (wait === null) return []
    const href = `/admin/mailings/${mailing.id}${anchors[wait]}`
    const subject = subjectIn({ texts, trial }, locale)
    return [{ id: mailing.id, wait, subject, href, forYou: isForPerson(wait, personId, mailing) }]
  })
}

/** Letters to the addressee that somebody proposed, or that stopped by themselves. */
async function waitingAddressees(personId: string): Promise<Waiting[]> {
  const found = await db().targetDrip.findMany({
    where: { OR: [{ state: 'proposed' }, { state: 'stopped', stoppedBecause: { not: null } }] },
    orderBy: { campaignId: 'asc' },
    take: mostShown,
    select: { state: true, proposedById: true, campaign: { select: { slug: true } } },
  })
  return found.map(({ state, proposedById, campaign: { slug } }) => ({
    id: slug,
    wait: state === 'proposed' ? 'addressee' : 'addressee-stopped',
    subject: slug,
    href: `/admin/campaigns/${slug}/addressee`,
    forYou: state !== 'proposed' || proposedById !== personId,
  }))
}

type Asking = Pick<Actor, 'id' | 'locale'>

/** What of the mail waits, and which of it for this person, who may send mailings: theirs first. */
export async function listWaiting(person: Asking, now: Date): Promise<Waiting[]> {
  const [mailings, addressees] = await Promise.all([waitingMailings(person, now), waitingAddressees(person.id)])
  return [...mailings, ...addressees].toSorted((a, b) => Number(b.forYou) - Number(a.forYou))
}
