import { textHash } from '#app/features/campaigns/text-hash.server.ts'
import { ledgerOfLeaving } from '#app/features/signatures/moves.ts'
import { tallyAnew } from '#app/features/signatures/commands/recount.server.ts'
import { dayOf } from '#app/features/testimonies/week.ts'
import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import { notify, notifyWith } from '#app/infra/db/listen.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { inventReports } from './demo/barometer.ts'
import { score } from './demo/score.ts'
import { seedDemonstration } from './demo/seed-demonstration.ts'
import { plantSheets } from './demo/sheets.ts'

const daysOpen = 60
const day = 86_400_000

/** They cite articles of law: like those, they are read again within the year. */
const answersCheckedBy = new Date('2027-06-30')

/** Answers that have stood there since the campaign opened, verified with its facts. */
const answered = (publishedOn: Date) =>
  score.questions.map(({ slug, theme, fr, en }, position) => {
    const words = { questionFr: fr.question, answerFr: fr.answer, questionEn: en.question, answerEn: en.answer }
    const first = { version: 1, ...words, change: 'first' as const, publishedOn }
    return {
      slug,
      theme,
      position,
      ...words,
      publishedOn,
      verifiedOn: new Date(score.verifiedOn),
      checkBy: answersCheckedBy,
      versions: { create: [first] },
    }
  })

/** What happened, and what people ask. */
const bothSides = (opensAt: Date) => ({
  timeline: {
    create: score.timeline.map(({ day: when, sourceUrl, fr, en }) => ({
      day: when,
      sourceUrl,
      textFr: fr,
      textEn: en,
    })),
  },
  questions: { create: answered(dayOf(opensAt)) },
})

/** The campaign `score` as it was written, without anybody's data. */
async function createCampaign(demonstration: boolean, now: Date): Promise<number> {
  const opensAt = demonstration ? new Date(now.getTime() - daysOpen * day) : now
  const texts = (['fr', 'en'] as const).map((locale) => {
    const { title, addressee, ask, body, easy, demands, consent } = score.texts[locale]
    return {
      locale,
      version: 1,
      title,
      addressee,
      ask,
      body,
      easy,
      demands,
      consent,
      hash: textHash(score.texts[locale]),
      publishedAt: opensAt,
    }
  })
  const { id } = await db().campaign.create({
    data: {
      slug: score.slug,
      association: score.association,
      targetFr: score.targets.fr,
      targetEn: score.targets.en,
      demonstration,
      verifiedOn: new Date(score.verifiedOn),
      opensAt,
      texts: { create: texts },
      goals: { create: score.goals.map(({ threshold, fr, en }) => ({ threshold, dutyFr: fr, dutyEn: en })) },
      ...bothSides(opensAt),
    },
    select: { id: true },
  })
  return id
}

/** Goals of the invented past were reached when the signature of that number came, and their duties done some days later. */
async function reachGoals(campaignId: number, now: Date): Promise<void> {
  await pool().query(
    `update goal g set reached_at = (
       select confirmed_at from signature s where s.campaign_id = g.campaign_id and s.state = 'confirmed'
       order by confirmed_at offset g.threshold - 1 limit 1
     ) where campaign_id = $1`,
    [campaignId],
  )
  const reached = await db().goal.findMany({
    where: { campaignId, reachedAt: { not: null } },
    select: { id: true, threshold: true, reachedAt: true },
  })
  for (const { id, threshold, reachedAt } of reached) {
    const done = score.goals.find((goal) => goal.threshold === threshold)?.done
    const doneOn = done && reachedAt ? new Date(reachedAt.getTime() + done.days * day) : null
    if (!done || !doneOn || doneOn > now) continue // the team finds it among its open duties
    await db().goal.update({ where: { id }, data: { doneOn, doneFr: done.fr, doneEn: done.en }, select: { id: true } })
  }
}

const seedLock = 7_382_020

/** Two processes that start together on an empty database plant one campaign. */
async function oneAtATime<R>(work: () => Promise<R>): Promise<R> {
  const keeper = await pool().connect()
  try {
    await keeper.query('select pg_advisory_lock($1)', [seedLock])
    return await work()
  } finally {
    await keeper.query('select pg_advisory_unlock($1)', [seedLock])
    keeper.release()
  }
}

export type SeedOutcome = { outcome: 'seeded'; slug: string } | { outcome: 'already-there'; slug: string }

/** Opens the campaign `score`, with or without invented signatures and testimonies. Where it is there, only texts that it has not yet are planted. */
export async function seedCampaign({ demonstration }: { demonstration: boolean }, now: Date): Promise<SeedOutcome> {
  const { slug } = score
  return oneAtATime(async () => {
    const there = await db().campaign.findUnique({ where: { slug }, select: { id: true } })
    if (there) {
      // Kinds of texts that came with a newer version; what the team has made of the others is not touched.
      if ((await plantSheets({ campaignId: there.id, now })) > 0) await notify('page', String(there.id))
      return { outcome: 'already-there', slug }
    }
    const campaignId = await createCampaign(demonstration, now)
    await plantSheets({ campaignId, now })
    if (demonstration) {
      await seedDemonstration({ campaignId, now, daysOpen })
      await tallyAnew(campaignId, now)
      await inventWhoAsked(campaignId, now)
      await reachGoals(campaignId, now)
      await inventReports(campaignId, now)
    }
    await notify('page', String(campaignId))
    return { outcome: 'seeded', slug }
  })
}

/** Of seven who signed six had confirmed: the rows of those who did not would be gone by now. */
const inventWhoAsked = (campaignId: number, now: Date) =>
  pool().query(
    `insert into asked_day (campaign_id, day, asked, confirmed, counted_at)
     select campaign_id, day, n + (n + 5) / 6, n, $2 from tally where campaign_id = $1 and dimension = 'all' and n > 0`,
    [campaignId, now],
  )

/** Demonstration rows carry ids that begin with zeros, as no real one does: they can be told apart and taken away. */
const demonstrationIds = `id < '00000001-0000-0000-0000-000000000000'`

/** Takes every invented row away; what people signed and told meanwhile stays. All or nothing, and safe to call again. */
export async function clearDemonstration(now: Date): Promise<void> {
  const campaigns = await db().campaign.findMany({ where: { demonstration: true }, select: { id: true } })
  for (const { id } of campaigns) {
    await db().$transaction(
      async (tx) => {
        // The ledger is never changed: what rules removed of the demonstration leaves it by a line of its own.
        await tx.$executeRawUnsafe(
          ledgerOfLeaving('expired', {
            from: `(select * from signature where campaign_id = $1 and ${demonstrationIds} and state::text in ('quarantined', 'invalidated')) invented`,
            now: '$2::timestamptz',
          }),
          id,
          now,
        )
        for (const table of [
          'signature',
          'subscription',
          'testimonies.testimony',
          'testimonies.asked_question',
          'delivery',
          'mailing',
        ])
          await tx.$executeRawUnsafe(`delete from ${table} where campaign_id = $1 and ${demonstrationIds}`, id)
        await tx.$executeRawUnsafe(`delete from staff_member where ${demonstrationIds}`)
        await tx.askedDay.deleteMany({ where: { campaignId: id } })
        // Numbers of invented people are no archive.
        await tx.numbersRelease.deleteMany({ where: { campaignId: id } })
        // Sealed of invented numbers, while the campaign said so: no pack of a real campaign can be deleted.
        await tx.handover.deleteMany({ where: { campaignId: id } })
        await tx.barometerCount.deleteMany({ where: { campaignId: id, invented: true } })
        await tx.barometerPublication.deleteMany({ where: { campaignId: id } })
        const untold = { reachedAt: null, doneOn: null, doneFr: '', doneEn: '' }
        await tx.goal.updateMany({ where: { campaignId: id }, data: untold })
        await tx.campaignText.updateMany({ where: { campaignId: id }, data: { publishedAt: now } })
        await tx.campaign.update({ where: { id }, data: { demonstration: false, opensAt: now } })
        await notifyWith(tx, 'page', String(id))
        await appendAudit(tx, { actor: null, action: 'campaign.demonstration-cleared', subject: `campaign:${id}` }, now)
      },
      { timeout: 60_000 },
    )
    await tallyAnew(id, now)
  }
}
