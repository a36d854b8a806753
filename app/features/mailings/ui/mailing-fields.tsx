import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { MessageKey } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Columns } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField, TextArea, TextField, type Choice } from '#app/ui/field.tsx'
import { longestBody, longestSubject, type MailingTexts } from '../schema.ts'

/** What was typed and what is wrong with it. */
export interface Refused {
  values: Record<string, string | string[]>
  errors: Record<string, MessageKey>
}

interface MailingFieldsProps {
  texts?: MailingTexts
  /** Asked for a new mailing only: a draft stays with its campaign. */
  campaigns?: readonly Choice[]
  refused?: Refused
  notice?: ReactNode
}

const languages = [
  { locale: 'fr', subject: 'subjectFr', body: 'bodyFr' },
  { locale: 'en', subject: 'subjectEn', body: 'bodyEn' },
] as const

const typed = (refused: Refused | undefined, name: string) => {
  const value = refused?.values[name]
  return typeof value === 'string' ? value : undefined
}

/** A mailing in both languages, side by side. */
export function MailingFields({ texts, campaigns, refused, notice }: MailingFieldsProps) {
  const t = useT()
  const problem = (name: string) => {
    const key = refused?.errors[name]
    return key && t(key)
  }
  const errors = Object.entries(refused?.errors ?? {}).map(([field, key]) => ({ field, message: t(key) }))
  return (
    <Form method="post" noValidate>
      <ErrorSummary errors={errors} />
      {notice}
      {campaigns && (
        <SelectField
          name="campaign"
          label={t('mailings.edit.campaign')}
          required
          choices={campaigns}
          defaultValue={typed(refused, 'campaign')}
          error={problem('campaign')}
        />
      )}
      <p>{t('mailings.edit.both')}</p>
      <Columns>
        {languages.map(({ locale, subject, body }) => (
          <fieldset key={locale}>
            <legend>{t(`mailings.languages.${locale}`)}</legend>
            <TextField
              name={subject}
              label={t('mailings.edit.subject')}
              required
              maxLength={longestSubject}
              defaultValue={typed(refused, subject) ?? texts?.[locale].subject}
              error={problem(subject)}
            />
            <TextArea
              name={body}
              label={t('mailings.edit.body')}
              hint={t('mailings.edit.bodyHint')}
              required
              rows={16}
              maxLength={longestBody}
              lang={locale}
              defaultValue={typed(refused, body) ?? texts?.[locale].body}
              error={problem(body)}
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
