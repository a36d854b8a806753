import { Form } from '@remix-run/react'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { useAnswers } from '#app/ui/form-answers.ts'
import { useAwake } from '#app/ui/use-awake.ts'
import { questionTemplates, reasons } from '../reasons.ts'
import type { OpenedTestimony } from '../workbench.ts'
import type { NotTaken } from './form-state.ts'
import { offerWords } from './offer-words.ts'
import { ReasonField } from './reason-field.tsx'
import { useStepAction } from './whereabouts.tsx'
import styles from './workbench.module.css'

interface StepProps {
  testimony: Pick<OpenedTestimony, 'id' | 'draftVersion' | 'locale'>
  notTaken?: NotTaken
}

/** A question to the author. Words to begin from are offered; what was typed is never replaced. */
export function Asking({ testimony, notTaken }: StepProps) {
  const t = useT()
  const answers = useAnswers(notTaken)
  const action = useStepAction(testimony.id)
  const awake = useAwake()
  const inItsLanguage = translator(isLocale(testimony.locale) ? testimony.locale : 'fr')
  const wordsOf = (asked: string) => {
    const template = questionTemplates.find((name) => name === asked)
    return template ? inItsLanguage(`moderation.questions.${template}.text`) : ''
  }
  return (
    <Form
      method="post"
      action={action}
      onChange={(event) => offerWords(event, { from: 'template', to: 'question', wordsOf })}
      className={styles.step}
      noValidate
      autoComplete="off"
    >
      <input type="hidden" name="draftVersion" value={testimony.draftVersion} />
      {awake && (
        <SelectField
          name="template"
          label={t('moderation.desk.ask.templates')}
          emptyChoice="–"
          choices={questionTemplates.map((name) => ({ value: name, label: t(`moderation.questions.${name}.label`) }))}
        />
      )}
      <TextArea
        {...answers('question')}
        rows={4}
        lang={testimony.locale}
        spellCheck={false}
        label={t('moderation.desk.ask.label')}
        hint={t('moderation.desk.ask.hint')}
        required
      />
      <Button kind="quiet" name="intent" value="ask">
        {t('moderation.desk.ask.send')}
      </Button>
    </Form>
  )
}

/** Set aside, with a reason, until a day or until somebody takes it up again. */
export function Holding({ testimony, notTaken }: StepProps) {
  const t = useT()
  const answers = useAnswers(notTaken)
  return (
    <Form method="post" action={useStepAction(testimony.id)} className={styles.step} noValidate autoComplete="off">
      <input type="hidden" name="draftVersion" value={testimony.draftVersion} />
      <ReasonField answer={answers('holdReason')} codes={reasons.hold} />
      <TextField
        {...answers('until')}
        type="date"
        narrow
        label={t('moderation.desk.hold.until')}
        hint={t('moderation.desk.hold.untilHint')}
      />
      <TextField
        {...answers('holdNote')}
        spellCheck={false}
        label={t('moderation.item.note')}
        hint={t('moderation.item.noteHint')}
      />
      <Button kind="quiet" name="intent" value="hold">
        {t('moderation.desk.hold.send')}
      </Button>
    </Form>
  )
}

/** Takes up again what was set aside. */
export function Resuming({ testimony }: StepProps) {
  const t = useT()
  return (
    <Form method="post" action={useStepAction(testimony.id)}>
      <input type="hidden" name="draftVersion" value={testimony.draftVersion} />
      <Button kind="quiet" name="intent" value="resume">
        {t('moderation.desk.hold.resume')}
      </Button>
    </Form>
  )
}

/** What the witness wrote on a testimony that waits for nobody was read. */
export function NotingAsRead({ testimony }: StepProps) {
  const t = useT()
  return (
    <Form method="post" action={useStepAction(testimony.id)}>
      <Button kind="quiet" name="intent" value="noted">
        {t('moderation.desk.thread.noted')}
      </Button>
    </Form>
  )
}
