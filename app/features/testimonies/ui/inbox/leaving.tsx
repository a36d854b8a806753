import { useT } from '#app/i18n/use-t.tsx'
import { Actions, SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import { useAnswers } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import styles from './inbox.module.css'
import { StepForm, type PartProps } from './step-form.tsx'

/** Two gestures, a tick and a press: what is destroyed cannot be given back. */
export function Withdraw({ typed, receipt, once }: PartProps) {
  const t = useT()
  const answers = useAnswers(typed)
  return (
    <Section id="withdraw" title={t('testimonies.inbox.withdraw.title')}>
      <p>{t('testimonies.inbox.withdraw.text')}</p>
      <StepForm intent="withdraw" receipt={receipt} once={once}>
        <Check name="sure" label={t('testimonies.inbox.withdraw.sure')} error={answers('sure').error} required />
        <Actions>
          <Button kind="quiet">{t('testimonies.inbox.withdraw.submit')}</Button>
        </Actions>
      </StepForm>
      <SmallPrint>{t('testimonies.inbox.withdraw.limits')}</SmallPrint>
      <SmallPrint>{t('testimonies.inbox.withdraw.cases')}</SmallPrint>
    </Section>
  )
}

/** What leaving does and does not do: a promise without its limit would be a trap. */
export function Leave({ receipt, once }: Pick<PartProps, 'receipt' | 'once'>) {
  const t = useT()
  return (
    <Section id="leave" title={t('testimonies.inbox.leave.title')}>
      <div className={styles.leave}>
        <p className={styles.withScript}>{t('testimonies.inbox.leave.exit')}</p>
        <noscript>
          <p>{t('testimonies.inbox.leave.noScript')}</p>
        </noscript>
        <p>{t('testimonies.inbox.leave.limits')}</p>
      </div>
      <StepForm intent="close" receipt={receipt} once={once}>
        <Actions>
          <Button kind="quiet">{t('testimonies.inbox.leave.close')}</Button>
        </Actions>
      </StepForm>
    </Section>
  )
}
