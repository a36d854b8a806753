import { statesBefore } from '#app/features/testimonies/rules.ts'
import { openDraft } from '#app/features/testimonies/sealed-story.server.ts'
import { dayOf } from '#app/features/testimonies/week.ts'
import { db } from '#app/infra/db/prisma.server.ts'
import { mayDecideOn } from '../policy.ts'
import { letGo } from './claim-testimony.server.ts'
import { settle, whyRefused, type Hands, type Refusal } from './settle.server.ts'

interface Displayed {
  /** The version that was displayed: no other is decided on. */
  draftVersion: number
}

interface Reasoned extends Displayed {
  reason: string
  note: string | null
}

const proposal = (id: string) =>
  db().testimony.findUnique({
    where: { id },
    select: { campaignId: true, draftVersion: true, sealedDraft: true, proposedById: true },
  })

/**
 * Publishes exactly the version that was displayed, by someone other than its proposer and with the witness's consent. The
 * published text is a copy of its own; until this moment no column holds a word of it in clear.
 */
export async function publishTestimony(
  { draftVersion }: Displayed,
  hands: Hands,
): Promise<{ outcome: 'published' } | Refusal> {
  const { actor, testimonyId, now } = hands
  const row = await proposal(testimonyId)
  if (!row?.sealedDraft || row.draftVersion !== draftVersion || !mayDecideOn(actor, row))
    return whyRefused(hands, draftVersion)
  const { title, text, contentWarning } = openDraft({ id: testimonyId, version: draftVersion }, row.sealedDraft)
  const published = await settle(
    {
      kind: 'published',
      draftVersion,
      where: {
        draftVersion,
        state: { in: statesBefore('published') },
        proposedById: { not: actor.id },
        uses: { has: 'publish' },
      },
      data: {
        ...letGo,
        state: 'published',
        publishedTitle: title,
        publishedText: text,
        contentWarning,
        publishedOn: dayOf(now),
      },
    },
    hands,
  )
  if (!published) return whyRefused(hands, draftVersion)
  return { outcome: 'published' }
}

/** Closes a testimony without publishing it. Whoever proposed it leaves that to someone else. */
export async function declineTestimony(
  { draftVersion, reason, note }: Reasoned,
  hands: Hands,
): Promise<{ outcome: 'declined' } | Refusal> {
  const declined = await settle(
    {
      kind: 'declined',
      draftVersion,
      reason,
      note,
      where: {
        draftVersion,
        state: { in: statesBefore('declined') },
        OR: [{ proposedById: null }, { proposedById: { not: hands.actor.id } }],
      },
      data: { ...letGo, state: 'declined' },
    },
    hands,
  )
  return declined ? { outcome: 'declined' } : whyRefused(hands, draftVersion)
}

/**
 * Takes a published testimony off the site. One person is enough, because taking away harms nobody. The published words leave
 * the database with it; the day of publication stays, for the legal clocks that run from it.
 */
export async function unpublishTestimony(
  { draftVersion, reason, note }: Reasoned,
  hands: Hands,
): Promise<{ outcome: 'unpublished' } | Refusal> {
  const unpublished = await settle(
    {
      kind: 'unpublished',
      draftVersion,
      reason,
      note,
      where: { draftVersion, state: 'published' },
      data: { ...letGo, state: 'withdrawn', publishedTitle: null, publishedText: null, contentWarning: null },
    },
    hands,
  )
  if (!unpublished) return whyRefused(hands, draftVersion)
  return { outcome: 'unpublished' }
}
