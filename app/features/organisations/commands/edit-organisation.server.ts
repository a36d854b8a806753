import { appendAudit } from '#app/features/staff/commands/append-audit.server.ts'
import type { Actor } from '#app/features/staff/policy.ts'
import { notifyWith } from '#app/infra/db/listen.server.ts'
import { db, type Transaction } from '#app/infra/db/prisma.server.ts'
import { nameKey, siteKey } from '../rules.ts'
import type { OrganisationForm } from '../schema.ts'
import { openPerson, type Representative } from '../sealed-person.server.ts'

type Spelling = Pick<OrganisationForm, 'name' | 'kind' | 'scope' | 'town' | 'country' | 'website'>

export type EditOutcome = { outcome: 'done' } | { outcome: 'nothing-changed' } | { outcome: 'changed-meanwhile' }

interface Edited {
  id: string
  /** The state of things that the person saw. */
  revision: number
}

const fields = ['name', 'kind', 'scope', 'town', 'country', 'website'] as const

/** Corrects how an organisation is written. The trail says which parts were changed, by whom. */
export async function editOrganisation(
  actor: Actor,
  { id, revision, ...spelling }: Edited & Spelling,
  now: Date,
): Promise<EditOutcome> {
  return db().$transaction(async (tx): Promise<EditOutcome> => {
    const before = await tx.organisation.findFirst({
      where: { id, revision, state: { not: 'pending' } },
      select: { name: true, kind: true, scope: true, town: true, country: true, website: true },
    })
    if (!before) return { outcome: 'changed-meanwhile' }
    const changed = fields.filter((field) => before[field] !== spelling[field])
    if (changed.length === 0) return { outcome: 'nothing-changed' }
    const { name, kind, scope, town, country, website } = spelling
    const keys = { nameKey: nameKey(name), siteKey: website && siteKey(website) }
    const data = { name, kind, scope, town, country, website, ...keys }
    return write(tx, { actor, id, revision, data, action: 'organisation.edited', detail: { changed } }, now)
  })
}

/** Takes the logo away for good. The organisation stays. */
export async function removeLogo(actor: Actor, { id, revision }: Edited, now: Date): Promise<EditOutcome> {
  const data = { logo: null, logoHash: null, logoWidth: null, logoHeight: null }
  return db().$transaction((tx) =>
    write(tx, { actor, id, revision, data, action: 'organisation.logo-removed', detail: {} }, now),
  )
}

interface Written extends Edited {
  actor: Actor
  data: object
  action: string
  detail: { changed?: string[] }
}

async function write(
  tx: Transaction,
  { actor, id, revision, data, action, detail }: Written,
  now: Date,
): Promise<EditOutcome> {
  const [row] = await tx.organisation.updateManyAndReturn({
    where: { id, revision, state: { not: 'pending' } },
    data: { ...data, revision: { increment: 1 } },
    select: { campaignId: true },
  })
  if (!row) return { outcome: 'changed-meanwhile' }
  await notifyWith(tx, 'page', String(row.campaignId))
  await appendAudit(tx, { actor, action, subject: `organisation:${id}`, detail }, now)
  return { outcome: 'done' }
}

/** Opens who spoke for an organisation, to check whether they may. Leaves a trace; `null` when there is no such organisation. */
export async function openRepresentative(actor: Actor, id: string, now: Date): Promise<Representative | null> {
  return db().$transaction(async (tx) => {
    const row = await tx.organisation.findFirst({
      where: { id, state: { not: 'pending' } },
      select: { id: true, sealedEmail: true, sealedName: true, sealedRole: true },
    })
    if (!row) return null
    const person = openPerson(row)
    await appendAudit(tx, { actor, action: 'organisation.person-opened', subject: `organisation:${id}` }, now)
    return person
  })
}
