import { Form } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckOptions, RadioGroup } from '#app/ui/check.tsx'
import { ErrorSummary, useFocusOnErrors } from '#app/ui/error-summary.tsx'
import { TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type Answers, type FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import { scopes } from '../schema.ts'

const fields = ['organisation', 'name', 'campaigns', 'scope', 'perHour', 'perDay', 'until'] as const
const usual = { perHour: '1000', perDay: '10000', scope: 'sign' }

interface AddPartnerProps {
  campaigns: readonly { id: number; slug: string }[]
  refused: FormState | undefined
  /** Changes when one was added: the form is then empty again. */
  fresh: string
}

export function AddPartner({ campaigns, refused, fresh }: AddPartnerProps) {
  const t = useT()
  const answers = useAnswers(refused, usual)
  const errors = useErrorList(refused, fields)
  useFocusOnErrors(refused)
  return (
    <Section id="add" title={t('partners.add')}>
      <ErrorSummary errors={errors} />
      <Form method="post" key={fresh} noValidate>
        <input type="hidden" name="intent" value="add" />
        {(['organisation', 'name'] as const).map((name) => (
          <TextField
            key={name}
            {...answers(name)}
            label={t(`partners.${name}`)}
            hint={t(`partners.${name}Hint`)}
            autoComplete="off"
            maxLength={120}
            required
          />
        ))}
        <Reach {...{ campaigns, refused, answers }} />
        {(['perHour', 'perDay'] as const).map((name) => (
          <TextField
            key={name}
            {...answers(name)}
            label={t(`partners.${name}`)}
            hint={t(`partners.${name}Hint`)}
            inputMode="numeric"
            autoComplete="off"
            narrow
            required
          />
        ))}
        <TextField
          {...answers('until')}
          type="date"
          label={t('partners.until')}
          hint={t('partners.untilHint')}
          narrow
        />
        <Button>{t('partners.addButton')}</Button>
      </Form>
    </Section>
  )
}

interface ReachProps extends Pick<AddPartnerProps, 'campaigns' | 'refused'> {
  answers: Answers
}

/** Which campaigns, and what may be done there. Where there is one campaign it is ticked. */
function Reach({ campaigns, refused, answers }: ReachProps) {
  const t = useT()
  const typed = refused?.values['campaigns']
  const only = campaigns.length === 1 ? campaigns.map(({ id }) => String(id)) : []
  return (
    <>
      <CheckOptions
        id="campaigns"
        name="campaigns"
        legend={t('partners.campaigns')}
        hint={t('partners.campaignsHint')}
        error={answers('campaigns').error}
        options={campaigns.map(({ id, slug }) => ({ value: String(id), label: slug }))}
        chosen={refused ? (Array.isArray(typed) ? typed : []) : only}
      />
      <RadioGroup
        id="scope"
        name="scope"
        legend={t('partners.scope')}
        error={answers('scope').error}
        options={scopes.map((value) => ({
          value,
          label: t(`partners.scopes.${value}`),
          hint: t(`partners.scopeHints.${value}`),
        }))}
        chosen={answers('scope').defaultValue}
        required
      />
    </>
  )
}
