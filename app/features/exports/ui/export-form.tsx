import { Form } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.tsx'
import { Columns } from '#app/ui/arrange.tsx'
import { BusyButton } from '#app/ui/busy-button.tsx'
import { Check, RadioGroup } from '#app/ui/check.tsx'
import { ErrorSummary, useFocusOnErrors } from '#app/ui/error-summary.tsx'
import { SelectField, TextArea, TextField, type Choice } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { encryptions, exportFormats, fewestReasonCharacters, mostReasonCharacters, type ExportKind } from '../schema.ts'
import styles from './exports.module.css'

interface ExportFormProps {
  campaigns: readonly Choice[]
  kinds: readonly ExportKind[]
  mayHavePeople: boolean
  state: FormState
}

const fields = [
  'campaign',
  'kind',
  'format',
  'people',
  'reason',
  'encryption',
  'passphrase',
  'passphraseAgain',
  'recipient',
] as const

/** What a file is to hold, and how it is locked. Works without a script: what does not concern a choice is ignored. */
export function ExportForm({ campaigns, kinds, mayHavePeople, state }: ExportFormProps) {
  const t = useT()
  const answers = useAnswers(state)
  const errors = useErrorList(state, fields)
  useFocusOnErrors(state.errors)
  return (
    <Form method="post" className={styles.form} noValidate>
      <ErrorSummary errors={errors} />
      {campaigns.length > 1 ? (
        <SelectField {...answers('campaign')} label={t('exports.form.campaign')} choices={campaigns} required />
      ) : (
        <input type="hidden" name="campaign" value={campaigns[0]?.value ?? ''} />
      )}
      <Columns>
        <What kinds={kinds} state={state} />
        <How state={state} />
      </Columns>
      {mayHavePeople && (
        <Check
          name="people"
          label={t('exports.form.people')}
          hint={t('exports.form.peopleHint')}
          error={answers('people').error}
          defaultChecked={state.values.people === 'on'}
        />
      )}
      <TextArea
        {...answers('reason')}
        label={t('exports.form.reason')}
        hint={t('exports.form.reasonHint', { fewest: fewestReasonCharacters })}
        rows={3}
        maxLength={mostReasonCharacters}
      />
      <BusyButton busy={t('exports.form.asking')}>{t('exports.form.ask')}</BusyButton>
    </Form>
  )
}

function What({ kinds, state }: { kinds: readonly ExportKind[]; state: FormState }) {
  const t = useT()
  const answers = useAnswers(state)
  const chosen = (name: string, otherwise?: string) => {
    const typed = state.values[name]
    return typeof typed === 'string' ? typed : otherwise
  }
  return (
    <div>
      <RadioGroup
        id="kind"
        name="kind"
        legend={t('exports.form.kind')}
        options={kinds.map((value) => ({
          value,
          label: t(`exports.kinds.${value}`),
          hint: t(`exports.kindHints.${value}`),
        }))}
        chosen={chosen('kind', kinds[0])}
        error={answers('kind').error}
        required
      />
      <RadioGroup
        id="format"
        name="format"
        legend={t('exports.form.format')}
        options={exportFormats.map((value) => ({ value, label: t(`exports.formats.${value}`) }))}
        chosen={chosen('format', 'csv')}
        error={answers('format').error}
        required
      />
    </div>
  )
}

/** A passphrase is never given back: it is typed again. */
function How({ state }: { state: FormState }) {
  const t = useT()
  const answers = useAnswers(state)
  const typed = state.values.encryption
  return (
    <div>
      <RadioGroup
        id="encryption"
        name="encryption"
        legend={t('exports.form.encryption')}
        hint={t('exports.form.encryptionHint')}
        options={encryptions.map((value) => ({ value, label: t(`exports.form.encryptions.${value}`) }))}
        chosen={typeof typed === 'string' ? typed : 'none'}
        error={answers('encryption').error}
        required
      />
      <TextField
        {...answers('passphrase')}
        type="password"
        label={t('exports.form.passphrase')}
        hint={t('exports.form.passphraseHint')}
        autoComplete="new-password"
      />
      <TextField
        {...answers('passphraseAgain')}
        type="password"
        label={t('exports.form.passphraseAgain')}
        autoComplete="new-password"
      />
      <TextField
        {...answers('recipient')}
        label={t('exports.form.recipient')}
        hint={t('exports.form.recipientHint')}
        autoComplete="off"
        spellCheck={false}
      />
    </div>
  )
}
