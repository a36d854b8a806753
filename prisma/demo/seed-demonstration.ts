import { departmentOfPostcode } from '#app/features/campaigns/departments.ts'
import { signaturePlace, subscriptionPlace } from '#app/features/signatures/places.ts'
import { canonicalAddress } from '#app/features/signatures/rules/canonical-address.ts'
import { makeKey } from '#app/features/testimonies/keys.server.ts'
import { ensureTeamKey } from '#app/features/staff/commands/ensure-team-key.server.ts'
import type { TeamPublicKey } from '#app/features/staff/team-key.server.ts'
import { sealDraft, sealOriginal } from '#app/features/testimonies/sealed-story.server.ts'
import { dayOf, weekOf } from '#app/features/testimonies/week.ts'
import type { Prisma, Signature } from '#app/infra/db/generated/client.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { blindIndex } from '#app/infra/vault/index.server.ts'
import { newReceipt, receiptHash } from '#app/infra/vault/receipt.server.ts'
import { seal } from '#app/infra/vault/seal.server.ts'
import { askedRows } from './asked.ts'
import { daysToPublish, decisionsOf, type Desk } from './decisions.ts'
import { postcodes } from './postcodes.ts'
import { score } from './score.ts'

interface Demonstration {
  campaignId: number
  now: Date
  daysOpen: number
}

const day = 86_400_000

/** Ids of invented rows begin with zeros; see `clearDemonstration`. */
const demonstrationId = (room: number, n: number) =>
  `00000000-0000-4000-8${room.toString(16).padStart(3, '0')}-${n.toString(16).padStart(12, '0')}`

/** Numerical Recipes' linear congruence: the same invented crowd at every start. */
function chance(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const given = ['Camille', 'Dominique', 'Claude', 'Alix', 'Sacha', 'Andréa', 'Charlie', 'Maxime', 'Noa', 'Yaël']
const family = ['Exemple', 'Fictif', 'Modèle', 'Essai', 'Démonstration', 'Témoin', 'Spécimen']
/** How many confirm on a day: a launch, a slow decline, and an article in the sixth week. */
const crowdOf = (dayNumber: number) =>
  Math.round(4 + 110 * Math.exp(-dayNumber / 7) + 45 * Math.exp(-(((dayNumber - 40) / 4) ** 2)))

type SignatureRow = Prisma.SignatureCreateManyInput &
  Pick<Signature, 'emailIndex' | 'createdAt' | 'confirmedAt' | 'locale'>

function signatures({ campaignId, now, daysOpen }: Demonstration) {
  const random = chance(2018)
  const pick = (list: readonly string[]) => list[Math.floor(random() ** 1.6 * list.length)] ?? ''
  const rows: SignatureRow[] = []
  for (let dayNumber = 0; dayNumber < daysOpen; dayNumber += 1) {
    for (let of = crowdOf(dayNumber); of > 0; of -= 1) {
      const n = rows.length
      const id = demonstrationId(1, n)
      const email = `demonstration-${n}@example.org`
      const emailIndex = blindIndex(`address|${campaignId}`, canonicalAddress(email))
      const whose = { campaignId, emailIndex }
      const createdAt = new Date(now.getTime() - (daysOpen - dayNumber - random() * 0.9) * day)
      const country = random() < 0.95 ? 'FR' : random() < 0.5 ? 'BE' : 'CH'
      const confirmed = random() < 0.93 || dayNumber < daysOpen - 7
      rows.push({
        campaignId,
        id,
        emailIndex,
        sealedEmail: seal(email, signaturePlace('sealed_email', whose)),
        sealedName: seal(`${pick(given)} ${pick(family)}`, signaturePlace('sealed_name', whose)),
        department: country === 'FR' ? departmentOfPostcode(pick(postcodes)) : null,
        country,
        locale: random() < 0.94 ? 'fr' : 'en',
        textVersion: 1,
        showName: false,
        state: confirmed ? ('confirmed' as const) : ('pending' as const),
        mailedAt: createdAt,
        createdAt,
        confirmedAt: confirmed
          ? new Date(Math.min(createdAt.getTime() + random() * 3_600_000, now.getTime() - 1000))
          : null,
      })
    }
  }
  return rows
}

/** Every fifth asked for news. */
const subscriptions = (signed: ReturnType<typeof signatures>) =>
  signed
    .filter(({ state }, n) => state === 'confirmed' && n % 5 === 0)
    .map(({ campaignId, emailIndex, locale, createdAt, confirmedAt }, n) => {
      const id = demonstrationId(2, n)
      const whose = { campaignId, emailIndex }
      return {
        campaignId,
        id,
        emailIndex,
        sealedEmail: seal(`demonstration-${n * 5}@example.org`, subscriptionPlace('sealed_email', whose)),
        sealedName: seal('Camille Exemple', subscriptionPlace('sealed_name', whose)),
        locale,
        state: 'active' as const,
        createdAt,
        activatedAt: confirmedAt,
      }
    })

function testimonies({ campaignId, now }: Demonstration, { desk, team }: { desk: Desk; team: TeamPublicKey }) {
  return score.testimonies.map((told, n) => {
    const id = demonstrationId(3, n)
    const { title, contentWarning, redacted, state } = told
    const shown = { title, text: redacted ?? told.original, contentWarning, quote: told.quote ?? null }
    const drafted = state === 'published' || state === 'proposed'
    const published = state === 'published'
    const receivedAt = new Date(now.getTime() - (10 + n * 2) * day)
    const appearedAt = new Date(receivedAt.getTime() + daysToPublish * day)
    // Nobody holds the receipt of an invented story.
    const { key, forTeam, forReceipt } = makeKey({ testimonyId: id, team, receipt: null })
    const row = {
      id,
      campaignId,
      receiptHash: receiptHash(newReceipt()),
      locale: told.locale,
      system: told.system,
      department: told.department,
      period: told.period,
      uses: told.uses,
      receivedWeek: weekOf(state === 'submitted' ? new Date(now.getTime() - n * day) : receivedAt),
      state,
      sealedOriginal: sealOriginal(key, id, { title, text: told.original, contentWarning }),
      sealedDraft: drafted ? sealDraft(key, { id, version: 1 }, shown) : null,
      draftVersion: drafted ? 1 : 0,
      proposedById: drafted ? desk.proposerId : null,
      secondedById: published ? desk.secondId : null,
      secondedVersion: published ? 1 : null,
      approvedVersion: published ? 1 : null,
      settledOn: published ? dayOf(appearedAt) : drafted || state === 'declined' ? dayOf(receivedAt) : null,
      publishedTitle: published ? title : null,
      publishedText: published ? shown.text : null,
      publishedQuote: published ? shown.quote : null,
      contentWarning: published ? contentWarning : null,
      publishedSystem: published ? told.system : null,
      publishedDepartment: published ? told.department : null,
      publishedPeriod: published ? told.period : null,
      publishedOn: published ? dayOf(appearedAt) : null,
    }
    const decisions = decisionsOf({ id, state, receivedAt }, desk)
    return { row, dataKey: { testimonyId: id, forTeam, forReceipt }, decisions }
  })
}

/** Fictional members of the team, who proposed and who read again. Nobody can enter with them. */
async function moderator(n: number, now: Date): Promise<string> {
  const id = demonstrationId(4, n)
  const email = `demonstration-moderation-${n}@example.org`
  const row = {
    id,
    emailIndex: blindIndex('staff-email', email),
    sealedEmail: seal(email, { table: 'staff_member', column: 'sealed_email', row: id }),
    role: 'moderator' as const,
    state: 'removed' as const,
    createdAt: now,
  }
  await db().staffMember.createMany({ data: [row], skipDuplicates: true })
  return id
}

async function sentUpdate({ campaignId, now }: Demonstration, createdById: string) {
  const id = demonstrationId(5, 0)
  const at = new Date(now.getTime() - 9 * day)
  const texts = { create: (['fr', 'en'] as const).map((locale) => ({ locale, ...score.update[locale] })) }
  await db().mailing.create({
    data: { id, campaignId, state: 'sent', createdById, createdAt: at, startedAt: at, finishedAt: at, texts },
    select: { id: true },
  })
}

/** Fills a campaign with an invented crowd: everything in it is fictional and can be taken away again. */
export async function seedDemonstration(demonstration: Demonstration): Promise<void> {
  const { now } = demonstration
  const desk = { proposerId: await moderator(0, now), secondId: await moderator(1, now) }
  const signed = signatures(demonstration)
  await db().signature.createMany({ data: signed })
  await db().subscription.createMany({ data: subscriptions(signed) })
  const team = await ensureTeamKey(now)
  const told = testimonies(demonstration, { desk, team })
  await db().testimony.createMany({ data: told.map(({ row }) => row) })
  await db().dataKey.createMany({ data: told.map(({ dataKey }) => dataKey) })
  await db().decision.createMany({ data: told.flatMap(({ decisions }) => decisions) })
  const { campaignId } = demonstration
  const idOf = (n: number) => demonstrationId(6, n)
  await db().askedQuestion.createMany({ data: askedRows({ campaignId, team, now, idOf }) })
  await sentUpdate(demonstration, desk.proposerId)
}
