import type { ReactNode } from 'react'
import { departments } from '#app/features/campaigns/departments.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { CheckOptions, RadioGroup } from '#app/ui/check.tsx'
import { MonthField, SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { useAnswers, type FormState } from '#app/ui/form-answers.ts'
import { attempts, consequences, mostStory, systems, type Attempt, type Consequence } from '../schema.ts'
import { ConsentLadder } from './consent-ladder.tsx'
import { FilesField, NoFilesToday, type RefusedFile } from './files-field.tsx'
import { GuardPanel } from './guard-panel.tsx'
import { Protection } from './protection.tsx'
import styles from './testify.module.css'
import { typedList } from './typed.ts'

const departmentChoices = departments.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))

export const stepNames = ['story', 'system', 'consequences', 'attempts', 'when', 'agreement', 'extras'] as const
type StepName = (typeof stepNames)[number]

/** What a step shows; `name` and `children` are its own. */
export interface StepProps {
  typed: FormState
  /** `YYYY-MM`: no month after this one. */
  latestMonth: string
  refusedFiles: readonly RefusedFile[]
  /** There is room for files today. */
  takesFiles: boolean
}

/** A part of the plain page; the script shows one at a time and says how far the person is. */
function Step({ name, children }: { name: StepName; children: ReactNode }) {
  const t = useT()
  const step = stepNames.indexOf(name) + 1
  return (
    <fieldset className={styles.step} data-step="">
      <legend>
        <h2 id={`step-${name}`} tabIndex={-1}>
          <span className={styles.progress}>
            {t('testimonies.testify.steps.progress', { step, steps: stepNames.length })}
          </span>
          {t(`testimonies.testify.steps.${name}`)}
        </h2>
      </legend>
      {children}
    </fieldset>
  )
}

export function StorySteps(props: StepProps) {
  return (
    <>
      <StoryStep {...props} />
      <SystemStep {...props} />
      <ListStep {...props} name="consequences" codes={consequences} />
      <ListStep {...props} name="attempts" codes={attempts} />
      <WhenStep {...props} />
      <Step name="agreement">
        <Protection />
        <ConsentLadder typed={props.typed} />
      </Step>
      <ExtrasStep {...props} />
    </>
  )
}

function StoryStep({ typed }: StepProps) {
  const t = useT()
  const answers = useAnswers(typed)
  return (
    <Step name="story">
      <TextField
        {...answers('title')}
        label={t('testimonies.testify.fields.title')}
        hint={t('testimonies.testify.fields.titleHint')}
        autoComplete="off"
        spellCheck={false}
        required
        after={<GuardPanel field="title" value={answers('title').defaultValue} />}
      />
      <TextArea
        {...answers('story')}
        rows={14}
        label={t('testimonies.testify.fields.story')}
        hint={t('testimonies.testify.fields.storyHint')}
        autoComplete="off"
        spellCheck={false}
        required
        after={
          <>
            <Counter />
            <GuardPanel field="story" value={answers('story').defaultValue} offersHelp />
          </>
        }
      />
    </Step>
  )
}

/** Empty until the script counts; the second one is for those who listen, and speaks only now and then. */
function Counter() {
  const t = useT()
  return (
    <>
      <p
        className="hint"
        aria-hidden="true"
        data-counter={mostStory}
        data-left={t('testimonies.testify.fields.counter', { left: '{n}' })}
        data-over={t('testimonies.testify.fields.counterOver', { over: '{n}' })}
      />
      <p className="visually-hidden" aria-live="polite" data-counter-said="" />
    </>
  )
}

function SystemStep({ typed }: StepProps) {
  const t = useT()
  const answers = useAnswers(typed)
  return (
    <Step name="system">
      <RadioGroup
        id="system"
        name="system"
        legend={t('testimonies.testify.fields.system')}
        hint={t('testimonies.testify.fields.systemHint')}
        error={answers('system').error}
        chosen={answers('system').defaultValue}
        options={systems.map((value) => ({
          value,
          label: t(`testimonies.systems.${value}`),
          hint: t(`testimonies.systemHints.${value}`),
        }))}
        required
      />
    </Step>
  )
}

type ListStepProps = StepProps &
  ({ name: 'consequences'; codes: readonly Consequence[] } | { name: 'attempts'; codes: readonly Attempt[] })

function ListStep({ typed, ...list }: ListStepProps) {
  const t = useT()
  const answers = useAnswers(typed)
  const options =
    list.name === 'consequences'
      ? list.codes.map((value) => ({ value, label: t(`testimonies.consequences.${value}`) }))
      : list.codes.map((value) => ({ value, label: t(`testimonies.attempts.${value}`) }))
  return (
    <Step name={list.name}>
      <CheckOptions
        id={list.name}
        name={list.name}
        legend={t(`testimonies.testify.fields.${list.name}`)}
        hint={t(`testimonies.testify.fields.${list.name}Hint`)}
        error={answers(list.name).error}
        chosen={typedList(typed, list.name)}
        options={options}
      />
    </Step>
  )
}

function WhenStep({ typed, latestMonth }: StepProps) {
  const t = useT()
  const answers = useAnswers(typed)
  return (
    <Step name="when">
      <MonthField
        {...answers('period')}
        label={t('testimonies.testify.fields.period')}
        hint={t('testimonies.testify.fields.periodHint')}
        max={latestMonth}
      />
      <SelectField
        {...answers('department')}
        label={t('testimonies.testify.fields.department')}
        hint={t('testimonies.testify.fields.departmentHint')}
        emptyChoice={t('testimonies.testify.fields.departmentEmpty')}
        choices={departmentChoices}
        autoComplete="off"
        narrow
      />
    </Step>
  )
}

/** Files are the last fields of the form: when they are too large in all, everything else has come before them. */
function ExtrasStep({ typed, refusedFiles, takesFiles }: StepProps) {
  const t = useT()
  const answers = useAnswers(typed)
  return (
    <Step name="extras">
      <TextField
        {...answers('contentWarning')}
        label={t('testimonies.testify.fields.contentWarning')}
        hint={t('testimonies.testify.fields.contentWarningHint')}
        autoComplete="off"
        spellCheck={false}
        after={<GuardPanel field="contentWarning" value={answers('contentWarning').defaultValue} />}
      />
      {takesFiles ? <FilesField error={answers('files').error} refused={refusedFiles} /> : <NoFilesToday />}
    </Step>
  )
}
