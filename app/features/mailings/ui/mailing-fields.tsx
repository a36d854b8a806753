import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { Columns } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField, TextArea, TextField, type Choice } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { longestBody, longestSubject, type MailingTexts } from '../schema.ts'

interface MailingFieldsProps {
  texts?: MailingTexts
  /** Asked for a new mailing only: a draft stays with its campaign. */
  campaigns?: readonly Choice[]
  refused?: FormState
  notice?: ReactNode
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
export function MailingFields({ texts, campaigns, refused, notice }: MailingFieldsProps) {
  const t = useT()
  const answers = useAnswers(refused, texts && written(texts))
  const errors = useErrorList(refused)
  return (
    <Form method="post" noValidate>
      <ErrorSummary errors={errors} />
      {notice}
      {campaigns && (
        <SelectField {...answers('campaign')} label={t('mailings.edit.campaign')} required choices={campaigns} />
      )}
      <p>{t('mailings.edit.both')}</p>
      <Columns>
        {languages.map(({ locale, subject, body }) => (
          <fieldset key={locale}>
            <legend>{t(`mailings.languages.${locale}`)}</legend>
            <TextField {...answers(subject)} label={t('mailings.edit.subject')} required maxLength={longestSubject} />
            <TextArea
              {...answers(body)}
              label={t('mailings.edit.body')}
              hint={t('mailings.edit.bodyHint')}
              required
              rows={16}
              maxLength={longestBody}
              lang={locale}
            />
          </fieldset>
        ))}
      </Columns>
      <Button name="intent" value="save" kind={texts ? 'quiet' : 'primary'}>
        {t(texts ? 'mailings.edit.save' : 'mailings.edit.create')}
      </Button>
    </Form>
  )
}
