import { findActor, findKeyring } from '#app/features/staff/commands/sessions.server.ts'
import { may, type Actor, type Permission } from '#app/features/staff/policy.ts'
import type { TeamKeyring } from '#app/features/staff/team-key.server.ts'
import { refuse } from './answer.server.ts'
import { sessionOver, type StaffRequest } from './give-back.server.ts'

/** The person signed in, or `null`: for the two pages that greet both. All others use `requireStaff`. */
export const staffAtTheDoor = ({
  context: { session, now },
}: {
  context: Pick<StaffRequest['context'], 'session' | 'now'>
}): Promise<Actor | null> => findActor(session, now)

/**
 * The person signed in, who may do this. Every loader and every action of the back office begins with it.
 * @throws 303 to the sign-in page when nobody is signed in; when a form was sent 401 with it, or 413, 429 (`mayHaveBack`); 403 when
 * the role does not grant it
 */
export async function requireStaff({ request, context }: StaffRequest, permission: Permission): Promise<Actor> {
  const actor = await staffAtTheDoor({ context })
  if (!actor) throw await sessionOver({ request, context })
  if (!may(actor, permission)) throw refuse(403)
  return actor
}

/** Somebody of the team with what opens what is sealed for it, if their session was given that: those who moderate. */
export const withKeyring = async (actor: Actor, { session }: Pick<StaffRequest['context'], 'session'>) => ({
  actor,
  keyring: await findKeyring(actor, session),
})

export interface Moderator {
  actor: Actor
  /** `null`: this session opens no testimony; a new one-time link does. */
  keyring: TeamKeyring | null
}

/** The same for those who read testimonies, with what opens them. @throws as `requireStaff` */
export async function requireModerator(asked: StaffRequest): Promise<Moderator> {
  return withKeyring(await requireStaff(asked, 'moderate'), asked.context)
}
