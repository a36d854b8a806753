import { useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckOptions } from '#app/ui/check.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { useAnswers } from '#app/ui/form-answers.ts'
import type { Proposal } from '../../inbox.ts'
import { itemOf, valuesOf } from '../../beside.ts'
import { useBesideWords } from '../beside-words.ts'
import { GuardPanel, ReplaceStops } from '../guard-panel.tsx'
import { StepForm, type PartProps } from './step-form.tsx'

/** The proposed text, for the witness to change. It goes to the team, never straight to the site. */
export function AmendForm({ inbox, proposal, receipt, once, typed, stopped }: PartProps & { proposal: Proposal }) {
  const t = useT()
  const { version, draft } = proposal
  const answers = useAnswers(typed, {
    title: draft.title,
    text: draft.text,
    contentWarning: draft.contentWarning ?? '',
    quote: draft.quote ?? '',
  })
  const guarded = (name: string) => ({
    ...answers(name),
    autoComplete: 'off',
    spellCheck: false,
    after: <GuardPanel field={name} value={answers(name).defaultValue} />,
  })
  return (
    <StepForm intent="amend" receipt={receipt} once={once} fields={{ draftVersion: version }}>
      <p>{t('testimonies.inbox.proposal.amendHint')}</p>
      <TextField {...guarded('title')} label={t('testimonies.inbox.proposal.fields.title')} required />
      <TextArea
        {...guarded('text')}
        label={t('testimonies.inbox.proposal.fields.text')}
        hint={t('testimonies.inbox.proposal.fields.textHint')}
        rows={12}
        lang={inbox.locale}
        required
      />
      <TextField
        {...guarded('contentWarning')}
        label={t('testimonies.inbox.proposal.fields.contentWarning')}
        hint={t('testimonies.inbox.proposal.fields.contentWarningHint')}
      />
      {draft.quote !== null && (
        <TextArea
          {...guarded('quote')}
          label={t('testimonies.inbox.proposal.fields.quote')}
          rows={3}
          lang={inbox.locale}
        />
      )}
      <LeavingOut proposal={proposal} typed={typed} />
      <TextArea
        {...guarded('note')}
        label={t('testimonies.inbox.proposal.fields.note')}
        hint={t('testimonies.inbox.proposal.fields.noteHint')}
        rows={3}
      />
      <Actions>
        <Button kind="quiet">{t('testimonies.inbox.proposal.send')}</Button>
      </Actions>
      {stopped === 'amend' && <ReplaceStops />}
    </StepForm>
  )
}

/** What stands beside the text, to be asked out one by one. */
function LeavingOut({ proposal, typed }: Pick<PartProps, 'typed'> & { proposal: Proposal }) {
  const t = useT()
  const words = useBesideWords()
  const values = valuesOf(proposal.beside)
  const { leaveOut = [] } = typed.values
  if (values.length === 0) return null
  return (
    <CheckOptions
      id="leaveOut"
      name="leaveOut"
      legend={t('testimonies.inbox.proposal.fields.leaveOut')}
      hint={t('testimonies.inbox.proposal.fields.leaveOutHint')}
      chosen={[leaveOut].flat()}
      options={values.map((value) => ({ value: itemOf(value), label: words(value) }))}
    />
  )
}
