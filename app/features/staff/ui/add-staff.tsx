import { Form } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, useFocusOnErrors } from '#app/ui/error-summary.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import { staffRoles } from '../policy.ts'

const fields = ['email', 'role'] as const

/** `done` is the link of who was added last: the form is then fresh again. */
type AddStaffProps = { refused?: FormState; done?: string }

export function AddStaff({ refused, done }: AddStaffProps) {
  const t = useT()
  const answers = useAnswers(refused, { role: 'moderator' })
  const errors = useErrorList(refused, fields)
  useFocusOnErrors(refused)
  return (
    <Section id="add" title={t('staff.team.add')}>
      <ErrorSummary errors={errors} />
      <Form method="post" key={done} noValidate>
        <input type="hidden" name="intent" value="add" />
        <TextField
          {...answers('email')}
          type="email"
          label={t('staff.team.emailLabel')}
          hint={t('staff.team.emailHint')}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <SelectField
          {...answers('role')}
          label={t('staff.team.roleLabel')}
          choices={staffRoles.map((role) => ({ value: role, label: t(`staff.rolesExplained.${role}`) }))}
          required
        />
        <Button>{t('staff.team.addButton')}</Button>
      </Form>
    </Section>
  )
}
