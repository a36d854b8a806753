import { useT } from '#app/i18n/use-t.tsx'
import { Check, CheckOptions } from '#app/ui/check.tsx'
import { useAnswers, type FormState } from '#app/ui/form-answers.ts'
import { uses, type Use } from '../schema.ts'
import styles from './testify.module.css'
import { typedList } from './typed.ts'

/** What a use is, an example, and what it is not. */
function Meaning({ use }: { use: Use }) {
  const t = useT()
  return (
    <>
      {t(`testimonies.useHints.${use}`)}
      <span className={styles.meaning}>
        <b>{t('testimonies.testify.uses.means')}</b> {t(`testimonies.testify.uses.${use}.means`)}
      </span>
      <span className={styles.meaning}>
        <b>{t('testimonies.testify.uses.not')}</b> {t(`testimonies.testify.uses.${use}.not`)}
      </span>
    </>
  )
}

/** From the most private use to the most public. Nothing is ticked in advance. */
export function ConsentLadder({ typed }: { typed: FormState }) {
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
          hint: <Meaning use={value} />,
        }))}
      />
      <div className="notice">
        <h3 className="notice-title">{t('testimonies.testify.uses.approveTitle')}</h3>
        <p>{t('testimonies.testify.uses.approve')}</p>
      </div>
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
