import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'
import { countStates } from '../rules.ts'
import { commitmentStates, type CommitmentState } from '../schema.ts'

/** A part of the campaign's page: how many promises are followed, and where they stand. Nothing when none is. */
export function CommitmentsSection({
  states,
  campaignPath,
}: {
  states: readonly CommitmentState[]
  campaignPath: string
}) {
  const t = useT()
  const locale = useLocale()
  if (states.length === 0) return null
  const counted = countStates(states, commitmentStates).filter(({ count }) => count > 0)
  const list = new Intl.ListFormat(locale, { type: 'unit' })
  return (
    <Section id="commitments" title={t('commitments.link.title')}>
      <p>
        <a href={`${campaignPath}/commitments`}>{t('commitments.link.all', { count: states.length })}</a>
        {' · '}
        {list.format(counted.map(({ state, count }) => t(`commitments.link.${state}`, { count })))}
      </p>
    </Section>
  )
}
