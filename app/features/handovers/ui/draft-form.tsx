import { Form } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.tsx'
import { Columns } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check, CheckGroup } from '#app/ui/check.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import { longestLetter } from '../schema.ts'

export interface Draft {
  revision: number
  plannedOn: string
  letterFr: string
  letterEn: string
  withOrganisations: boolean
  withQuotes: boolean
}

interface DraftFormProps {
  /** `null`: not kept yet. */
  draft: Draft | null
  addressee: string
  refused?: FormState
}

const fields = ['plannedOn', 'letterFr', 'letterEn'] as const

/** What goes into a pack. What was typed stays, whatever was wrong with it. */
export function DraftForm({ draft, addressee, refused }: DraftFormProps) {
  const t = useT()
  const answers = useAnswers(refused, {
    plannedOn: draft?.plannedOn,
    letterFr: draft?.letterFr,
    letterEn: draft?.letterEn,
  })
  const errors = useErrorList(refused, fields)
  const ticked = (name: 'organisations' | 'quotes', kept: boolean) => (refused ? refused.values[name] === 'on' : kept)
  return (
    <Section
      id="draft"
      title={t('handovers.desk.form.title')}
      intro={t('handovers.desk.form.addressee', { addressee })}
    >
      <ErrorSummary errors={errors} />
      <Form method="post" noValidate key={draft?.revision ?? 0}>
        <input type="hidden" name="revision" value={draft?.revision ?? 1} />
        <TextField type="date" label={t('handovers.desk.form.plannedOn')} required narrow {...answers('plannedOn')} />
        <Columns>
          {(['letterFr', 'letterEn'] as const).map((name) => (
            <TextArea
              key={name}
              label={t(`handovers.desk.form.${name}`)}
              hint={t('handovers.desk.form.letterHint')}
              lang={name === 'letterFr' ? 'fr' : 'en'}
              rows={16}
              maxLength={longestLetter}
              {...answers(name)}
            />
          ))}
        </Columns>
        <CheckGroup id="what" legend={t('handovers.desk.form.what')} hint={t('handovers.desk.form.whatHint')}>
          <Check
            name="organisations"
            label={t('handovers.desk.form.organisations')}
            defaultChecked={ticked('organisations', draft?.withOrganisations ?? true)}
          />
          <Check
            name="quotes"
            label={t('handovers.desk.form.quotes')}
            defaultChecked={ticked('quotes', draft?.withQuotes ?? true)}
          />
        </CheckGroup>
        <Button name="intent" value="save" kind={draft ? 'quiet' : 'primary'}>
          {t(draft ? 'handovers.desk.form.save' : 'handovers.desk.form.create')}
        </Button>
      </Form>
    </Section>
  )
}
