import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addStaff, newEnterLink } from '#app/features/staff/commands/add-staff.server.ts'
import { changeRole, removeStaff } from '#app/features/staff/commands/manage-staff.server.ts'
import { staffForm } from '#app/features/staff/forms.server.ts'
import { listTeam } from '#app/features/staff/queries/team.server.ts'
import { may } from '#app/features/staff/policy.ts'
import { enterPath, memberForm } from '#app/features/staff/schema.ts'
import { AddStaff } from '#app/features/staff/ui/add-staff.tsx'
import { TeamOutcome } from '#app/features/staff/ui/team-outcome.tsx'
import { TeamTable } from '#app/features/staff/ui/team-table.tsx'
import { invalid, privatePage } from '#app/http/answer.server.ts'
import { formValues, parseFields } from '#app/http/parse-form.server.ts'
import { readFormFields } from '#app/http/form-fields.server.ts'
import { requireModerator, requireStaff } from '#app/http/require-staff.server.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { config } from '#app/infra/config.server.ts'
import { Toolbar } from '#app/ui/toolbar.tsx'
import { pageTitle } from './page-title.ts'

export const meta = pageTitle('staff.team.title')

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'manage-team')
  return { you: actor.id, team: await listTeam(context.now) }
}

const linkOf = (token: string) => `${config().appUrl}${enterPath(token)}`
const outcomeKeys = { added: 'added', 'added-again': 'addedAgain', 'already-there': 'alreadyThere' } as const

/** A link is shown in the answer to the form and nowhere else: not kept, not in an address. */
export async function action({ request, context }: ActionFunctionArgs) {
  const actor = await requireStaff({ request, context }, 'manage-team')
  // Who manages the team also moderates: the key of their session goes into the links they make.
  const { keyring } = await requireModerator({ request, context })
  const fields = readFormFields(Buffer.from(await request.arrayBuffer()))
  if (formValues(fields).intent === 'add') {
    const form = parseFields(fields, { schema: staffForm })
    if (!form.ok) return invalid(form)
    const { outcome, token, opens, role } = await addStaff({ actor, keyring, ...form.value }, context.now)
    return data(
      {
        outcome: outcomeKeys[outcome],
        link: linkOf(token),
        email: form.value.email,
        opens: opens || !may({ role }, 'moderate'),
      },
      { headers: privatePage },
    )
  }
  const form = parseFields(fields, { schema: memberForm })
  if (!form.ok) return invalid(form)
  const { value } = form
  if (value.intent === 'link') {
    const made = await newEnterLink({ actor, keyring, ...value }, context.now)
    if (made.outcome === 'unknown') return data({ outcome: made.outcome }, { status: 409, headers: privatePage })
    const member = (await listTeam(context.now)).find(({ id }) => id === value.staffId)
    const opens = made.opens || !member || !may(member, 'moderate')
    return data(
      { outcome: made.outcome, link: linkOf(made.token), email: member?.email, opens },
      { headers: privatePage },
    )
  }
  const { outcome } =
    value.intent === 'role'
      ? await changeRole({ actor, ...value }, context.now)
      : await removeStaff({ actor, ...value }, context.now)
  const refused = outcome === 'unknown' || outcome === 'last-owner'
  return data({ outcome }, { status: refused ? 409 : 200, headers: privatePage })
}

export default function Team() {
  const { you, team } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const refused = answer && 'errors' in answer ? answer : undefined
  return (
    <>
      <Toolbar title={t('staff.team.title')} detail={t('staff.team.detail', { count: team.length })} />
      {answer && 'outcome' in answer && <TeamOutcome {...answer} />}
      <TeamTable team={team} you={you} />
      <AddStaff refused={refused} done={answer && 'link' in answer ? answer.link : undefined} />
    </>
  )
}
