import { Form } from '@remix-run/react'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Columns } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import styles from './goal-desk.module.css'
import { idOf, useTyped, type DeskGoal } from './goal-fields.tsx'

interface GoalsReachedProps {
  goals: readonly ReachedGoal[]
  refused: FormState | undefined
  /** The day in Paris. */
  today: string
}

type ReachedGoal = DeskGoal & { reachedOn: string }
type OneReached = Omit<GoalsReachedProps, 'goals'> & { goal: ReachedGoal }

export function GoalsReached({ goals, refused, today }: GoalsReachedProps) {
  const t = useT()
  return (
    <Section id="reached" title={t('campaigns.goalDesk.reachedTitle')}>
      {goals.length === 0 && <p>{t('campaigns.goalDesk.noneReached')}</p>}
      {goals.map((goal) => (
        <GoalReached key={goal.id} {...{ goal, refused, today }} />
      ))}
    </Section>
  )
}

function GoalReached({ goal, ...rest }: OneReached) {
  const t = useT()
  const locale = useLocale()
  const { doneOn } = goal
  return (
    <article className={styles.goal} id={`goal-${goal.id}`}>
      <h3>
        {t('campaigns.goals.threshold', { number: formatNumber(locale, goal.threshold) })}{' '}
        <StatusTag tone={doneOn ? 'done' : 'late'}>
          {doneOn ? t('campaigns.goalDesk.done', { day: formatDay(locale, doneOn) }) : t('campaigns.goalDesk.open')}
        </StatusTag>
      </h3>
      <p className="small">{t('campaigns.goalDesk.reached', { day: formatDay(locale, goal.reachedOn) })}</p>
      <p>{locale === 'fr' ? goal.dutyFr : goal.dutyEn}</p>
      {doneOn && <p>{locale === 'fr' ? goal.doneFr : goal.doneEn}</p>}
      <Done goal={goal} {...rest} />
    </article>
  )
}

/** When and how the duty was done: open while it is not. */
function Done({ goal, refused, today }: OneReached) {
  const t = useT()
  const { typed, summary, wrong } = useTyped(refused, 'done', goal.id)
  const id = (name: string) => idOf(name, 'done', goal.id)
  return (
    <details open={wrong || goal.doneOn === null}>
      <summary>{t(goal.doneOn ? 'campaigns.goalDesk.doneChange' : 'campaigns.goalDesk.doneTitle')}</summary>
      <Form method="post" noValidate>
        {summary}
        <input type="hidden" name="goalId" value={goal.id} />
        <TextField
          name="doneOn"
          id={id('doneOn')}
          type="date"
          label={t('campaigns.goalDesk.doneOn')}
          hint={t('campaigns.goalDesk.doneOnHint')}
          required
          narrow
          defaultValue={goal.doneOn ?? today}
          {...typed('doneOn')}
        />
        <Columns>
          {(['doneFr', 'doneEn'] as const).map((name) => (
            <TextArea
              key={name}
              name={name}
              id={id(name)}
              label={t(`campaigns.goalDesk.${name}`)}
              hint={t('campaigns.goalDesk.doneHint')}
              lang={name === 'doneFr' ? 'fr' : 'en'}
              rows={4}
              maxLength={600}
              required
              defaultValue={goal[name]}
              {...typed(name)}
            />
          ))}
        </Columns>
        <Button name="intent" value="done" kind="quiet">
          {t('campaigns.goalDesk.doneSave')}
        </Button>
      </Form>
      {goal.doneOn && <NotDone goalId={goal.id} />}
    </details>
  )
}

function NotDone({ goalId }: { goalId: number }) {
  const t = useT()
  return (
    <Form method="post">
      <input type="hidden" name="goalId" value={goalId} />
      <Button name="intent" value="not-done" kind="plain">
        {t('campaigns.goalDesk.notDone')}
      </Button>
    </Form>
  )
}
