import type { Actor } from '#app/features/staff/policy.ts'
import { decideOnOrganisation } from './commands/decide-on-organisation.server.ts'
import { editOrganisation, openRepresentative, removeLogo } from './commands/edit-organisation.server.ts'
import type { DeskForm } from './schema.ts'
import type { Representative } from './sealed-person.server.ts'

export type DeskAnswer =
  | { outcome: 'done' | 'nothing-changed' | 'changed-meanwhile' }
  | { outcome: 'opened'; person: Representative }
  | { outcome: 'unknown' }

interface At {
  actor: Actor
  id: string
  now: Date
}

/** One step of the desk, whichever it is. */
export async function actOnOrganisation(form: DeskForm, { actor, id, now }: At): Promise<DeskAnswer> {
  switch (form.intent) {
    case 'approve':
    case 'reconsider':
      return decideOnOrganisation(actor, { id, move: form.intent, revision: form.revision }, now)
    case 'refuse':
      return decideOnOrganisation(
        actor,
        { id, move: 'refuse', revision: form.revision, reason: form.refuseReason },
        now,
      )
    case 'unpublish':
      return decideOnOrganisation(
        actor,
        { id, move: 'unpublish', revision: form.revision, reason: form.unpublishReason },
        now,
      )
    case 'edit':
      return editOrganisation(actor, { id, ...form }, now)
    case 'remove-logo':
      return removeLogo(actor, { id, revision: form.revision }, now)
    case 'open-person': {
      const person = await openRepresentative(actor, id, now)
      return person ? { outcome: 'opened', person } : { outcome: 'unknown' }
    }
  }
}
