import { Form } from '@remix-run/react'
import { useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { useAnswers } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { knownReason, reasons } from '../reasons.ts'
import { takenFrom } from '../rules.ts'
import type { OpenedTestimony } from '../workbench.ts'
import type { NotTaken } from './form-state.ts'
import { useStepAction } from './whereabouts.tsx'
import styles from './workbench.module.css'

/** Take it, or give it back. */
export function Claiming({ testimony }: { testimony: Pick<OpenedTestimony, 'id' | 'claim'> }) {
  const t = useT()
  const action = useStepAction(testimony.id)
  if (testimony.claim === 'another') return null
  const intent = testimony.claim === 'mine' ? 'release' : 'claim'
  return (
    <Form method="post" action={action}>
      <Button kind="quiet" name="intent" value={intent} aria-keyshortcuts="c">
        {t(`moderation.item.${intent}`)}
      </Button>
    </Form>
  )
}

/** Somebody may be in danger: before all others. */
export function Urgency({ testimony }: { testimony: Pick<OpenedTestimony, 'id' | 'urgent'> }) {
  const t = useT()
  const action = useStepAction(testimony.id)
  const intent = testimony.urgent ? 'not-urgent' : 'urgent'
  return (
    <Form method="post" action={action}>
      <Button kind="plain" name="intent" value={intent} aria-keyshortcuts="u">
        {t(testimony.urgent ? 'moderation.desk.notUrgent' : 'moderation.desk.urgent')}
      </Button>
    </Form>
  )
}

interface TakingOverProps {
  testimony: Pick<OpenedTestimony, 'id' | 'mayTakeOver'>
  notTaken?: NotTaken
}

/** Somebody else holds it and left it alone for a while: with a reason, which they will read. */
export function TakingOver({ testimony, notTaken }: TakingOverProps) {
  const t = useT()
  const answers = useAnswers(notTaken)
  const action = useStepAction(testimony.id)
  if (!testimony.mayTakeOver) return <p className="hint">{t('moderation.desk.takeOver.early')}</p>
  return (
    <Form method="post" action={action} className={styles.decide} noValidate autoComplete="off">
      <h3>{t('moderation.desk.takeOver.title')}</h3>
      <SelectField
        {...answers('takeOverReason')}
        label={t('moderation.item.reason')}
        hint={t('moderation.desk.takeOver.hint')}
        emptyChoice={t('moderation.item.reasonEmpty')}
        choices={reasons.takeOver.map((reason) => ({ value: reason, label: t(`moderation.reasons.${reason}`) }))}
        required
      />
      <Button kind="quiet" name="intent" value="take-over">
        {t('moderation.desk.takeOver.send')}
      </Button>
    </Form>
  )
}

/** To whoever held it: who took it over stays a number of the history, why does not. */
export function TakenOver({ testimony }: { testimony: Pick<OpenedTestimony, 'claim' | 'history'> }) {
  const t = useT()
  const reason = testimony.claim === 'mine' ? null : knownReason(takenFrom(testimony.history, null))
  if (!reason) return null
  return (
    <Notice kind="warn" title={t('moderation.desk.takenFrom')}>
      <p>{t('moderation.desk.takenFromWhy', { reason: t(`moderation.reasons.${reason}`) })}</p>
    </Notice>
  )
}
