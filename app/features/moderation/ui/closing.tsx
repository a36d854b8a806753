import { Form } from '@remix-run/react'
import { isLocale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { useAnswers } from '#app/ui/form-answers.ts'
import { messageKeyOf, reasons, type ToldStep } from '../reasons.ts'
import type { OpenedTestimony } from '../workbench.ts'
import type { NotTaken } from './form-state.ts'
import { offerWords } from './offer-words.ts'
import { ReasonField } from './reason-field.tsx'
import { useStepAction } from './whereabouts.tsx'
import styles from './workbench.module.css'

interface ClosingProps {
  testimony: Pick<OpenedTestimony, 'id' | 'draftVersion' | 'locale'>
  notTaken?: NotTaken
  kind: ToldStep
}

const fields = {
  decline: { reason: 'reason', message: 'message', send: 'moderation.item.decline' },
  unpublish: { reason: 'unpublishReason', message: 'unpublishMessage', send: 'moderation.item.unpublish' },
  reopen: { reason: 'reopenReason', message: 'reopenMessage', send: 'moderation.desk.reopen.send' },
} as const

/** With a reason, and words for the author: `decline` what has not appeared, `unpublish` what has, `reopen` what was declined. */
export function Closing({ testimony, notTaken, kind }: ClosingProps) {
  const t = useT()
  const answers = useAnswers(notTaken)
  const field = fields[kind]
  const action = useStepAction(testimony.id)
  const inItsLanguage = translator(isLocale(testimony.locale) ? testimony.locale : 'fr')
  const wordsOf = (code: string) => {
    const key = messageKeyOf(kind, code)
    return key ? inItsLanguage(key) : ''
  }
  return (
    <Form
      method="post"
      action={action}
      onChange={(event) => offerWords(event, { from: field.reason, to: field.message, wordsOf })}
      className={styles.step}
      noValidate
      autoComplete="off"
    >
      <input type="hidden" name="draftVersion" value={testimony.draftVersion} />
      <ReasonField answer={answers(field.reason)} codes={reasons[kind]} />
      <TextArea
        {...answers(field.message)}
        rows={4}
        lang={testimony.locale}
        spellCheck={false}
        label={t('moderation.desk.messageLabel')}
        hint={t('moderation.desk.messageHint')}
      />
      <noscript>
        <details>
          <summary>{t('moderation.desk.standardWords')}</summary>
          <dl lang={testimony.locale}>
            {reasons[kind].map((code) => (
              <div key={code}>
                <dt>{inItsLanguage(`moderation.reasons.${code}`)}</dt>
                <dd>{wordsOf(code)}</dd>
              </div>
            ))}
          </dl>
        </details>
      </noscript>
      <TextField
        {...answers('note')}
        id={`${kind}-note`}
        spellCheck={false}
        label={t('moderation.item.note')}
        hint={t('moderation.item.noteHint')}
      />
      <Button kind="quiet" name="intent" value={kind}>
        {t(field.send)}
      </Button>
    </Form>
  )
}
