import { Form } from '@remix-run/react'
import type { Locale } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { FieldRow } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { useAnswers, type FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'

const order = ['fr', 'en'] as const satisfies readonly Locale[]

/** One copy to one address. */
export function MailingTest({ refused }: { refused?: FormState }) {
  const t = useT()
  const locale = useLocale()
  const answers = useAnswers(refused)
  return (
    <Section id="test" title={t('mailings.test.title')} intro={t('mailings.test.intro')}>
      <Form method="post" noValidate>
        <FieldRow>
          <TextField
            {...answers('email')}
            type="email"
            label={t('mailings.test.email')}
            required
            autoComplete="email"
            spellCheck={false}
          />
          <SelectField
            name="locale"
            label={t('mailings.test.locale')}
            required
            defaultValue={locale}
            choices={order.map((value) => ({ value, label: t(`mailings.languages.${value}`) }))}
          />
        </FieldRow>
        <Button name="intent" value="test" kind="quiet">
          {t('mailings.test.send')}
        </Button>
      </Form>
    </Section>
  )
}
