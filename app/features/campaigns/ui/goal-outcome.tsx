import { Form } from '@remix-run/react'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { GoalOutcome as Outcome } from '../commands/goals.server.ts'

const well = new Set<Outcome['outcome']>(['added', 'changed', 'removed', 'done', 'not-done'])

/** What a button of the goals' page did; what was removed can be put back. */
export function GoalOutcome({ answer }: { answer: Outcome }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Notice
      kind={well.has(answer.outcome) ? 'success' : 'warn'}
      role="status"
      title={t(`campaigns.goalDesk.outcomes.${answer.outcome}`)}
    >
      {answer.outcome === 'removed' && (
        <Form method="post">
          <input type="hidden" name="threshold" value={answer.goal.threshold} />
          <input type="hidden" name="dutyFr" value={answer.goal.dutyFr} />
          <input type="hidden" name="dutyEn" value={answer.goal.dutyEn} />
          <Button name="intent" value="add" kind="quiet">
            {t('campaigns.goalDesk.putBack', { number: formatNumber(locale, answer.goal.threshold) })}
          </Button>
        </Form>
      )}
    </Notice>
  )
}
