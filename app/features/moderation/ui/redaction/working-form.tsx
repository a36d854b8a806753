import { useT } from '#app/i18n/use-t.tsx'
import { Actions, SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { useAnswers } from '#app/ui/form-answers.ts'
import { RedactedText } from '#app/ui/voice.tsx'
import { countOf, workingText } from '../../redaction/working-text.ts'
import type { ReadableTestimony } from '../../workbench.ts'
import type { NotTaken } from '../form-state.ts'
import { Veil } from '../veil.tsx'
import { useStepAction } from '../whereabouts.tsx'
import { AgainField } from './again-field.tsx'
import { BesideFields, useBesideForm } from './beside-fields.tsx'
import { LeftInText } from './left-in-text.tsx'
import { MarkedText } from './marked-text.tsx'
import { Preview } from './preview.tsx'
import styles from './redaction.module.css'
import { QuoteField } from './quote-field.tsx'
import { RedactionKeyHelp } from './redaction-keys.tsx'
import { Tools } from './tools.tsx'
import { useKeys } from './use-keys.ts'
import type { Redaction } from './use-redaction.ts'

interface WorkingFormProps {
  testimony: ReadableTestimony
  redaction: Redaction
  notTaken?: NotTaken
  /** Only where a proposal is the next step. */
  proposes: boolean
}

/** The text that is to appear. What was typed stays, even when someone else was faster. */
export function WorkingForm({ testimony, redaction, notTaken, proposes }: WorkingFormProps) {
  const t = useT()
  const { id, draftVersion } = testimony
  const { form, texts, follow } = redaction
  const besideForm = useBesideForm(testimony, notTaken)
  useKeys(redaction)
  return (
    <form
      method="post"
      action={useStepAction(id)}
      className={styles.form}
      noValidate
      autoComplete="off"
      ref={form}
      data-redaction=""
      onInput={follow}
      onSelect={follow}
    >
      <input type="hidden" name="draftVersion" value={draftVersion} />
      <Overtaken testimony={testimony} notTaken={notTaken} />
      <Fields testimony={testimony} redaction={redaction} notTaken={notTaken} />
      <BesideFields testimony={testimony} form={besideForm} />
      {proposes && <LookedAt redaction={redaction} notTaken={notTaken} />}
      {proposes && <AgainField testimony={testimony} notTaken={notTaken} />}
      <Actions>
        <Button kind="quiet" name="intent" value="save">
          {t('moderation.item.save')}
        </Button>
        {proposes && (
          <Button name="intent" value="propose">
            {t('moderation.item.propose')}
          </Button>
        )}
      </Actions>
      {proposes && <SmallPrint>{t('moderation.item.proposeHint')}</SmallPrint>}
      <Preview testimony={testimony} texts={texts} beside={besideForm.beside} />
    </form>
  )
}

type PartProps = Omit<WorkingFormProps, 'proposes'>

/** What stands there now, when somebody was faster. */
function Overtaken({ testimony, notTaken }: Pick<PartProps, 'testimony' | 'notTaken'>) {
  const t = useT()
  const { draft, locale } = testimony
  if (notTaken?.refusal !== 'someone-was-faster' || notTaken.values['text'] === undefined) return null
  return (
    <section className={styles.saved}>
      <p>
        <strong>{t('moderation.item.typed')}</strong>
      </p>
      <RedactedText text={`${draft.title}\n\n${draft.text}`} lang={locale} />
    </section>
  )
}

function Fields({ testimony, redaction, notTaken }: PartProps) {
  const t = useT()
  const { draft, locale } = testimony
  const answers = useAnswers(notTaken, workingText(draft))
  const { texts, found, current, awake } = redaction
  const marks = found.filter(({ field }) => field === 'text')
  return (
    <>
      <TextField {...answers('title')} spellCheck={false} label={t('moderation.item.fieldTitle')} required />
      <Veil warning={notTaken?.values['text'] === undefined ? draft.contentWarning : null}>
        <div className={styles.bench}>
          <TextArea
            {...answers('text')}
            rows={10}
            lang={locale}
            spellCheck={false}
            label={t('moderation.item.fieldText')}
            hint={t('moderation.item.fieldTextHint')}
            required
            behind={
              <>
                <MarkedText
                  text={texts.text}
                  marks={marks}
                  currentStart={current?.field === 'text' ? current.start : undefined}
                  bars
                />
                {'\n'}
              </>
            }
          />
          {awake && <Tools redaction={redaction} lang={locale} />}
        </div>
        {awake && <RedactionKeyHelp />}
      </Veil>
      <TextField
        {...answers('contentWarning')}
        spellCheck={false}
        label={t('moderation.item.fieldWarning')}
        hint={t('moderation.item.fieldWarningHint')}
      />
      <QuoteField testimony={testimony} answer={answers('quote')} />
      <LeftInText found={found} lang={locale} title={t('moderation.redaction.left.title')} redaction={redaction} />
    </>
  )
}

/** Somebody's word for what the guard doubts: for as many as were counted, none more. */
function LookedAt({ redaction, notTaken }: Pick<PartProps, 'redaction' | 'notTaken'>) {
  const t = useT()
  const { warns } = countOf(redaction.found)
  if (warns === 0) return null
  const error = notTaken?.errors['lookedAt']
  return (
    <Check
      key={warns}
      name="lookedAt"
      value={String(warns)}
      label={t('moderation.redaction.left.lookedAt', { count: warns })}
      hint={t('moderation.redaction.left.lookedAtHint')}
      error={error && t(error)}
      defaultChecked={notTaken?.values['lookedAt'] === String(warns)}
    />
  )
}
