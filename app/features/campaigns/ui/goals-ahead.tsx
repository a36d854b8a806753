import { Form } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import styles from './goal-desk.module.css'
import { DutyFields, useTyped, type DeskGoal } from './goal-fields.tsx'

export function GoalsAhead({ goals, refused }: { goals: readonly DeskGoal[]; refused: FormState | undefined }) {
  const t = useT()
  return (
    <Section id="ahead" title={t('campaigns.goalDesk.ahead')}>
      {goals.length === 0 ? (
        <Empty title={t('campaigns.goalDesk.noneAhead')}>
          <p>{t('campaigns.goalDesk.noneAheadWhy')}</p>
        </Empty>
      ) : (
        goals.map((goal) => <GoalAhead key={goal.id} goal={goal} refused={refused} />)
      )}
      <AddGoal refused={refused} />
    </Section>
  )
}

function GoalAhead({ goal, refused }: { goal: DeskGoal; refused: FormState | undefined }) {
  const t = useT()
  const locale = useLocale()
  const number = formatNumber(locale, goal.threshold)
  const { typed, summary, wrong } = useTyped(refused, 'change', goal.id)
  return (
    <article className={styles.goal}>
      <h3>{t('campaigns.goals.threshold', { number })}</h3>
      <p>{locale === 'fr' ? goal.dutyFr : goal.dutyEn}</p>
      <details open={wrong}>
        <summary>{t('campaigns.goalDesk.change')}</summary>
        <Form method="post" noValidate>
          {summary}
          <input type="hidden" name="goalId" value={goal.id} />
          <DutyFields intent="change" {...{ goal, typed }} />
          <Button name="intent" value="change" kind="quiet">
            {t('campaigns.goalDesk.changeSave', { number })}
          </Button>
        </Form>
      </details>
      <details>
        <summary>{t('campaigns.goalDesk.remove')}</summary>
        <p className="small">{t('campaigns.goalDesk.removeWhy')}</p>
        <Form method="post">
          <input type="hidden" name="goalId" value={goal.id} />
          <Button name="intent" value="remove" kind="quiet">
            {t('campaigns.goalDesk.removeConfirm', { number })}
          </Button>
        </Form>
      </details>
    </article>
  )
}

function AddGoal({ refused }: { refused: FormState | undefined }) {
  const t = useT()
  const { typed, summary } = useTyped(refused, 'add')
  return (
    <Form method="post" noValidate aria-labelledby="add-title">
      <h3 id="add-title">{t('campaigns.goalDesk.addTitle')}</h3>
      {summary}
      <DutyFields intent="add" typed={typed} />
      <Button name="intent" value="add">
        {t('campaigns.goalDesk.add')}
      </Button>
    </Form>
  )
}
