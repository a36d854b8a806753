import type { CampaignGoal } from '#app/features/campaigns/schema.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Tally } from '#app/ui/tally.tsx'

/** The way to the goal ahead, and what is owed there. */
export function GoalAhead({ goal, confirmed }: { goal: CampaignGoal; confirmed: number }) {
  const t = useT()
  const locale = useLocale()
  const duty = locale === 'fr' ? goal.dutyFr : goal.dutyEn
  return (
    <div>
      <Tally value={confirmed} goal={goal.threshold} />
      <p>
        <strong>{t('numbers.goals.at', { number: formatNumber(locale, goal.threshold) })}</strong> {duty}
      </p>
    </div>
  )
}

interface GoalListProps {
  goals: readonly CampaignGoal[]
  confirmed: number
}

/** Each threshold with the duty it opens, and how far it is. */
export function GoalList({ goals, confirmed }: GoalListProps) {
  const t = useT()
  const locale = useLocale()
  const far = ({ threshold, reachedAt }: CampaignGoal) => {
    if (reachedAt) return t('numbers.goals.reached', { day: formatDay(locale, reachedAt) })
    const left = threshold - confirmed
    if (left <= 0) return t('numbers.goals.reachedNow')
    return t('numbers.goals.ahead', { count: left, number: formatNumber(locale, left) })
  }
  return (
    <ol className="timeline">
      {goals.map((goal) => (
        <li key={goal.threshold}>
          <h3>{t('numbers.goals.threshold', { number: formatNumber(locale, goal.threshold) })}</h3>
          <div>
            {locale === 'fr' ? goal.dutyFr : goal.dutyEn}
            <p className="small">{far(goal)}</p>
            {goal.doneOn && (
              <p className="small">
                <strong>{t('campaigns.goals.done', { day: formatDay(locale, goal.doneOn) })}</strong>{' '}
                {locale === 'fr' ? goal.doneFr : goal.doneEn}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
