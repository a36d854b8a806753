import { useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckOptions } from '#app/ui/check.tsx'
import { useAnswers } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import { uses } from '../../schema.ts'
import { StepForm, type PartProps } from './step-form.tsx'

/** The five uses as the witness has them now, to give and to take back. */
export function Consents({ inbox, typed, receipt, once }: PartProps) {
  const t = useT()
  const answers = useAnswers(typed)
  return (
    <Section id="consents" title={t('testimonies.inbox.consents.title')}>
      <StepForm intent="uses" receipt={receipt} once={once}>
        <CheckOptions
          id="uses"
          name="uses"
          legend={t('testimonies.inbox.consents.legend')}
          hint={t('testimonies.inbox.consents.hint')}
          error={answers('uses').error}
          chosen={inbox.uses}
          options={uses.map((value) => ({
            value,
            label: t(`testimonies.uses.${value}`),
            hint: t(`testimonies.useHints.${value}`),
          }))}
        />
        <Actions>
          <Button kind="quiet">{t('testimonies.inbox.consents.save')}</Button>
        </Actions>
      </StepForm>
    </Section>
  )
}
