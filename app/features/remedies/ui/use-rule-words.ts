import { useT } from '#app/i18n/use-t.tsx'
import { timeRules, type RuleId } from '../rules/deadlines/time-rules.ts'

/** How long a rule gives, and to whom: `You have 10 days`. */
export function useAmount(): (rule: RuleId) => string {
  const t = useT()
  return (id) => {
    const rule = timeRules[id]
    if (!rule) return t('deadlines.amount.any')
    const count = rule.amount
    const amount = rule.unit === 'day' ? t('deadlines.amount.days', { count }) : t('deadlines.amount.months', { count })
    return rule.whose === 'you' ? t('deadlines.amount.you', { amount }) : t('deadlines.amount.them', { amount })
  }
}
