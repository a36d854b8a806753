import { departments } from '#app/features/campaigns/departments.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Actions, SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check, CheckOptions, RadioGroup } from '#app/ui/check.tsx'
import { MonthField, SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { useAnswers, type FormState } from '#app/ui/form-answers.ts'
import { systems, uses } from '../schema.ts'
import { GuardPanel, ReplaceStops } from './guard-panel.tsx'
import styles from './testify.module.css'
import { typedList } from './typed.ts'

const departmentChoices = departments.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))

interface TestifyFormProps {
  action: string
  typed: FormState
  /** `YYYY-MM`: no month after this one. */
  latestMonth: string
  /** This form's own value. */
  once: string
  /** It came back because of what points to somebody: neutral words are offered, script or not. */
  stopped?: boolean
}

/** One plain page, no script needed. No length is cut while typing: a story too long is said, not silently shortened. */
export function TestifyForm({ action, typed, latestMonth, once, stopped }: TestifyFormProps) {
  const t = useT()
  return (
    <form method="post" action={action} className={styles.form} noValidate autoComplete="off">
      <input type="hidden" name="once" value={once} />
      <h2>{t('testimonies.testify.story.title')}</h2>
      <StoryFields typed={typed} />
      <FactFields typed={typed} latestMonth={latestMonth} />
      <ConsentFields typed={typed} />
      <Actions>
        <Button wide>{t('testimonies.testify.submit')}</Button>
        {stopped && <ReplaceStops />}
      </Actions>
      <SmallPrint>{t('testimonies.testify.afterSubmit')}</SmallPrint>
    </form>
  )
}

interface PartProps {
  typed: FormState
}

function StoryFields({ typed }: PartProps) {
  const t = useT()
  const answers = useAnswers(typed)
  return (
    <>
      <TextField
        {...answers('title')}
        label={t('testimonies.testify.fields.title')}
        hint={t('testimonies.testify.fields.titleHint')}
        autoComplete="off"
        required
        after={<GuardPanel field="title" value={answers('title').defaultValue} />}
      />
      <TextArea
        {...answers('story')}
        rows={14}
        label={t('testimonies.testify.fields.story')}
        hint={t('testimonies.testify.fields.storyHint')}
        autoComplete="off"
        required
        after={<GuardPanel field="story" value={answers('story').defaultValue} offersHelp />}
      />
    </>
  )
}

function FactFields({ typed, latestMonth }: PartProps & { latestMonth: string }) {
  const t = useT()
  const answers = useAnswers(typed)
  return (
    <>
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
      <SelectField
        {...answers('department')}
        label={t('testimonies.testify.fields.department')}
        hint={t('testimonies.testify.fields.departmentHint')}
        emptyChoice={t('testimonies.testify.fields.departmentEmpty')}
        choices={departmentChoices}
        autoComplete="off"
        narrow
      />
      <MonthField
        {...answers('period')}
        label={t('testimonies.testify.fields.period')}
        hint={t('testimonies.testify.fields.periodHint')}
        max={latestMonth}
      />
      <TextField
        {...answers('contentWarning')}
        label={t('testimonies.testify.fields.contentWarning')}
        hint={t('testimonies.testify.fields.contentWarningHint')}
        autoComplete="off"
        after={<GuardPanel field="contentWarning" value={answers('contentWarning').defaultValue} />}
      />
    </>
  )
}

function ConsentFields({ typed }: PartProps) {
  const t = useT()
  const answers = useAnswers(typed)
  return (
    <>
      <CheckOptions
        id="uses"
        name="uses"
        legend={t('testimonies.testify.fields.uses')}
        hint={t('testimonies.testify.fields.usesHint')}
        error={answers('uses').error}
        chosen={typedList(typed, 'uses')}
        options={uses.map((value) => ({
          value,
          label: t(`testimonies.uses.${value}`),
          hint: t(`testimonies.useHints.${value}`),
        }))}
      />
      <Check
        name="consent"
        label={t('testimonies.testify.fields.consent')}
        error={answers('consent').error}
        defaultChecked={answers('consent').defaultValue === 'on'}
        required
      />
    </>
  )
}
