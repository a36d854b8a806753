import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { ChangedState } from '../queries/changes.server.ts'

/** On the dashboard: promises whose new state those who asked for news were not told of. Nothing when there is none. */
export function ChangedStates({ changed }: { changed: readonly ChangedState[] }) {
  const t = useT()
  const locale = useLocale()
  if (changed.length === 0) return null
  return (
    <Section id="changed-states" title={t('commitments.desk.waiting')}>
      {changed.map(({ about, campaign, title, to, telling }) => (
        <p key={about}>
          <StatusTag tone={telling.state === 'prepared' ? 'waiting' : 'late'}>
            {t(`followers.states.${telling.state}`)}
          </StatusTag>{' '}
          <a href={`/admin/campaigns/${campaign}/commitments`}>
            {t('commitments.desk.changed', { title: title[locale], state: t(`commitments.states.${to}`) })}
          </a>
        </p>
      ))}
    </Section>
  )
}
