import { Form } from '@remix-run/react'
import type { ReactNode, RefObject } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary, useFocusOnErrors } from '#app/ui/error-summary.tsx'
import { SelectField, TextArea, TextField, type Choice } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import type { QuoteOffer } from '../letter-values.server.ts'
import { longestBody, longestSubject, type MailingTexts } from '../schema.ts'
import styles from './editor.module.css'
import { EditorToolbar } from './editor-toolbar.tsx'
import { WritingHelp } from './writing-help.tsx'

interface MailingFieldsProps {
  form: RefObject<HTMLFormElement>
  texts?: MailingTexts
  /** Asked for a new mailing; a draft stays with its campaign. */
  campaign: readonly Choice[] | number
  /** Names the text that is changed here; none for a new one. */
  base?: string
  quotes: readonly QuoteOffer[]
  refused?: FormState
  /** What was typed, and came back with the answer to any button. */
  typed?: FormState
  /** The parts of the page that belong to the same form: each of their buttons takes along what is typed. */
  children: ReactNode
}

const languages = [
  { locale: 'fr', subject: 'subjectFr', body: 'bodyFr' },
  { locale: 'en', subject: 'subjectEn', body: 'bodyEn' },
] as const

const written = ({ fr, en }: MailingTexts) => ({
  subjectFr: fr.subject,
  bodyFr: fr.body,
  subjectEn: en.subject,
  bodyEn: en.body,
})

/** A mailing in both languages, side by side. */
export function MailingFields({ form, texts, campaign, base, quotes, refused, typed, children }: MailingFieldsProps) {
  const t = useT()
  const answers = useAnswers(refused ?? typed, texts && written(texts))
  const errors = useErrorList(refused)
  useFocusOnErrors(refused)
  return (
    <Form method="post" noValidate ref={form}>
      <ErrorSummary errors={errors} />
      {base !== undefined && <input type="hidden" name="base" value={base} />}
      {typeof campaign === 'number' ? (
        <input type="hidden" name="campaign" value={campaign} />
      ) : (
        <SelectField {...answers('campaign')} label={t('mailings.edit.campaign')} required choices={campaign} />
      )}
      <p>{t('mailings.edit.both')}</p>
      <div className={styles.languages}>
        {languages.map(({ locale, subject, body }) => (
          <fieldset key={locale} className={styles.language}>
            <legend>{t(`mailings.languages.${locale}`)}</legend>
            <TextField {...answers(subject)} label={t('mailings.edit.subject')} required maxLength={longestSubject} />
            <div className={styles.body}>
              <EditorToolbar area={body} locale={locale} quotes={quotes} />
              <TextArea
                {...answers(body)}
                label={t('mailings.edit.body')}
                required
                rows={18}
                maxLength={longestBody}
                lang={locale}
              />
            </div>
          </fieldset>
        ))}
      </div>
      <WritingHelp />
      <Actions>
        <Button name="intent" value="save" kind={texts ? 'quiet' : 'primary'}>
          {t(texts ? 'mailings.edit.save' : 'mailings.edit.create')}
        </Button>
      </Actions>
      {children}
    </Form>
  )
}
