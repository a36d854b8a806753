import { textHash } from '#app/features/campaigns/text-hash.server.ts'
import { recount } from '#app/features/signatures/commands/recount.server.ts'
import { notify } from '#app/infra/db/listen.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { score } from './demo/score.ts'
import { seedDemonstration } from './demo/seed-demonstration.ts'

const daysOpen = 60
const day = 86_400_000

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
      claims: {
        create: score.claims.map(({ slug, sourceUrl, answerUrl, seenOn, fr, en }, position) => ({
          slug,
          position,
          sourceUrl,
          answerUrl,
          seenOn: new Date(seenOn),
          texts: {
            create: [
              { locale: 'fr', ...fr },
              { locale: 'en', ...en },
            ],
          },
        })),
      },
      timeline: {
        create: score.timeline.map(({ day: when, sourceUrl, fr, en }) => ({
          day: when,
          sourceUrl,
          textFr: fr,
          textEn: en,
        })),
      },
      questions: {
        create: score.questions.map(({ slug, fr, en }, position) => ({
          slug,
          position,
          questionFr: fr.question,
          answerFr: fr.answer,
          questionEn: en.question,
          answerEn: en.answer,
        })),
      },
    },
    select: { id: true },
  })
  return id
}

/** Goals of the invented past were reached when the signature of that number came. */
async function reachGoals(campaignId: number): Promise<void> {
  await pool().query(
    `update goal g set reached_at = (
       select confirmed_at from signature s where s.campaign_id = g.campaign_id and s.state = 'confirmed'
       order by confirmed_at offset g.threshold - 1 limit 1
     ) where campaign_id = $1`,
    [campaignId],
  )
}

export type SeedOutcome = { outcome: 'seeded'; slug: string } | { outcome: 'already-there'; slug: string }

/** Opens the campaign `score`, with or without invented signatures and testimonies. Does nothing when it is there. */
export async function seedCampaign({ demonstration }: { demonstration: boolean }, now: Date): Promise<SeedOutcome> {
  const { slug } = score
  if (await db().campaign.findUnique({ where: { slug }, select: { id: true } }))
    return { outcome: 'already-there', slug }
  const campaignId = await createCampaign(demonstration, now)
  if (demonstration) {
    await seedDemonstration({ campaignId, now, daysOpen })
    await recount(campaignId)
    await reachGoals(campaignId)
  }
  await notify('page', String(campaignId))
  return { outcome: 'seeded', slug }
}

/** Demonstration rows carry ids that begin with zeros, as no real one does: they can be told apart and taken away. */
const demonstrationIds = `id < '00000001-0000-0000-0000-000000000000'`

/** Takes every invented row away; what people signed and told meanwhile stays. */
export async function clearDemonstration(): Promise<void> {
  const campaigns = await db().campaign.findMany({ where: { demonstration: true }, select: { id: true } })
  for (const { id } of campaigns) {
    for (const table of ['signature', 'subscription', 'testimony', 'delivery', 'mailing'])
      await pool().query(`delete from ${table} where campaign_id = $1 and ${demonstrationIds}`, [id])
    await pool().query(`delete from staff_member where ${demonstrationIds}`)
    await db().campaign.update({ where: { id }, data: { demonstration: false } })
    await recount(id)
    await notify('page', String(id))
  }
}
