import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ShownGoal } from '../page-data.ts'

interface GoalsSectionProps {
  goals: readonly ShownGoal[]
  /** Address of the campaign. */
  path: string
}

/**
 * What was promised: reached on a day, done on a day, and the next one. Those further ahead are on the page of the numbers.
 * Nothing when the campaign set no goal.
 */
export function GoalsSection({ goals, path }: GoalsSectionProps) {
  const t = useT()
  const locale = useLocale()
  if (goals.length === 0) return null
  const next = goals.find(({ reachedOn }) => reachedOn === null)
  return (
    <Section
      id="goals"
      title={t('campaigns.goals.title')}
      intro={t('campaigns.goals.intro')}
      more={{ href: `${path}/numbers#goals`, label: t('campaigns.goals.all') }}
    >
      <ol className="timeline">
        {goals
          .filter((goal) => goal.reachedOn !== null || goal === next)
          .map((goal) => (
            <li key={goal.threshold}>
              <strong>{t('campaigns.goals.threshold', { number: formatNumber(locale, goal.threshold) })}</strong>
              <div>
                <h3>{goal.duty}</h3>
                <GoalFate goal={goal} />
              </div>
            </li>
          ))}
      </ol>
    </Section>
  )
}

function GoalFate({ goal: { reachedOn, doneOn, done } }: { goal: ShownGoal }) {
  const t = useT()
  const locale = useLocale()
  if (!reachedOn) return null
  const reached = t('campaigns.goals.reached', { day: formatDay(locale, reachedOn) })
  if (!doneOn)
    return (
      <p>
        {reached} {t('campaigns.goals.open')}
      </p>
    )
  return (
    <p>
      {reached} <strong>{t('campaigns.goals.done', { day: formatDay(locale, doneOn) })}</strong> {done}
    </p>
  )
}
