import { Form } from '@remix-run/react'
import { formatInstant } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { DataTable, type Column } from '#app/ui/data-table.tsx'
import { staffRoles } from '../policy.ts'
import type { StaffMember } from '../schema.ts'
import styles from './staff.module.css'

type TeamTableProps = { team: readonly StaffMember[]; /** Id of whoever looks. */ you: string }

export function TeamTable({ team, you }: TeamTableProps) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<StaffMember>[] = [
    {
      key: 'email',
      label: t('staff.team.email'),
      render: ({ id, email }) => (id === you ? `${email} (${t('staff.team.you')})` : email),
    },
    { key: 'role', label: t('staff.team.role'), render: (member) => <RoleForm member={member} /> },
    {
      key: 'lastSeen',
      label: t('staff.team.lastSeen'),
      render: ({ lastSeen, linkUntil }) => (
        <>
          {lastSeen ? formatInstant(locale, lastSeen) : t('staff.team.never')}
          {linkUntil && (
            <p className={`small ${styles.detail}`}>
              {t('staff.team.linkUntil', { until: formatInstant(locale, linkUntil) })}
            </p>
          )}
        </>
      ),
    },
    { key: 'actions', label: t('staff.team.actions'), render: (member) => <MemberActions member={member} /> },
  ]
  return (
    <DataTable
      caption={t('staff.team.caption')}
      columns={columns}
      rows={team}
      keyOf={({ id }) => id}
      empty={{ title: t('staff.team.empty') }}
    />
  )
}

function RoleForm({ member: { id, email, role } }: { member: StaffMember }) {
  const t = useT()
  return (
    <Form method="post">
      <input type="hidden" name="intent" value="role" />
      <input type="hidden" name="staffId" value={id} />
      <div className={styles.role}>
        <select key={role} name="role" defaultValue={role} aria-label={t('staff.team.roleOf', { email })}>
          {staffRoles.map((choice) => (
            <option key={choice} value={choice}>
              {t(`staff.roles.${choice}`)}
            </option>
          ))}
        </select>
        <Button kind="quiet" aria-label={`${t('staff.team.change')} – ${t('staff.team.roleOf', { email })}`}>
          {t('staff.team.change')}
        </Button>
      </div>
    </Form>
  )
}

/** Taking someone out asks once more, without a script: the button is behind a summary. */
function MemberActions({ member: { id, email } }: { member: StaffMember }) {
  const t = useT()
  return (
    <div className={styles.actions}>
      <Form method="post">
        <input type="hidden" name="intent" value="link" />
        <input type="hidden" name="staffId" value={id} />
        <Button kind="quiet" aria-label={`${t('staff.team.newLink')} – ${email}`}>
          {t('staff.team.newLink')}
        </Button>
      </Form>
      <details>
        <summary>{t('staff.team.remove')}</summary>
        <Form method="post">
          <input type="hidden" name="intent" value="remove" />
          <input type="hidden" name="staffId" value={id} />
          <Button kind="quiet">{t('staff.team.removeConfirm', { email })}</Button>
        </Form>
      </details>
    </div>
  )
}
