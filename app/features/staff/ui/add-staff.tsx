import { Form } from '@remix-run/react'
import { useEffect } from 'react'
import type { MessageKey } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { staffRoles } from '../policy.ts'

interface Refused {
  values: Record<string, string | string[]>
  errors: Record<string, MessageKey>
}

/** `done` is the link of who was added last: the form is then fresh again. */
type AddStaffProps = { refused?: Refused; done?: string }

export function AddStaff({ refused, done }: AddStaffProps) {
  const t = useT()
  const typed = (name: string) => (typeof refused?.values[name] === 'string' ? refused.values[name] : undefined)
  const problem = (name: string) => (refused?.errors[name] ? t(refused.errors[name]) : undefined)
  const errors = Object.keys(refused?.errors ?? {}).map((name) => ({
    field: name === 'email' || name === 'role' ? name : undefined,
    message: problem(name) ?? '',
  }))
  // The attribute moves the focus when a page arrives; React renders without an arrival.
  useEffect(() => {
    if (refused) document.getElementById('errors')?.focus()
  }, [refused])
  return (
    <Section id="add" title={t('staff.team.add')}>
      <ErrorSummary errors={errors} />
      <Form method="post" key={done} noValidate>
        <input type="hidden" name="intent" value="add" />
        <TextField
          name="email"
          type="email"
          label={t('staff.team.emailLabel')}
          hint={t('staff.team.emailHint')}
          error={problem('email')}
          defaultValue={typed('email')}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <SelectField
          name="role"
          label={t('staff.team.roleLabel')}
          error={problem('role')}
          defaultValue={typed('role') ?? 'moderator'}
          choices={staffRoles.map((role) => ({ value: role, label: t(`staff.rolesExplained.${role}`) }))}
          required
        />
        <Button>{t('staff.team.addButton')}</Button>
      </Form>
    </Section>
  )
}
