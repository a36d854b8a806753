import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { OpenDuty } from '../queries/duties.server.ts'

/** What the association promised and has not said done. Nothing when nothing is open. */
export function OpenDuties({ duties }: { duties: readonly OpenDuty[] }) {
  const t = useT()
  const locale = useLocale()
  if (duties.length === 0) return null
  return (
    <Section id="duties" title={t('campaigns.duties.title')}>
      {duties.map(({ goalId, slug, campaign, threshold, duty, reachedOn }) => (
        <Notice
          key={goalId}
          title={t('campaigns.duties.item', {
            number: formatNumber(locale, threshold),
            day: formatDay(locale, reachedOn),
          })}
        >
          <p>{duty}</p>
          <p className="small">
            {campaign} · <a href={`/admin/campaigns/${slug}/goals#goal-${goalId}`}>{t('campaigns.duties.go')}</a>
          </p>
        </Notice>
      ))}
    </Section>
  )
}
