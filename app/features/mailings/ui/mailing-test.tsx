import type { Locale } from '#app/i18n/locale.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions, FieldRow } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { useAnswers, type FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import { Said, type Answer } from './said.tsx'

const order = ['fr', 'en'] as const satisfies readonly Locale[]

interface MailingTestProps extends Pick<Answer, 'said'> {
  /** What is wrong with it, or what was typed. */
  given?: FormState
}

/** One copy to one address, of what is on the page. A part of the form of a draft. */
export function MailingTest({ given, said }: MailingTestProps) {
  const t = useT()
  const locale = useLocale()
  const answers = useAnswers(given, { locale })
  return (
    <Section id="test" title={t('mailings.test.title')} intro={t('mailings.test.intro')}>
      <Said said={said} />
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
          {...answers('locale')}
          label={t('mailings.test.locale')}
          required
          choices={order.map((value) => ({ value, label: t(`mailings.languages.${value}`) }))}
        />
      </FieldRow>
      <Actions>
        <Button name="intent" value="test" kind="quiet" formAction="#test">
          {t('mailings.test.send')}
        </Button>
      </Actions>
    </Section>
  )
}
