import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { DuePack } from '../queries/due.server.ts'
import styles from './handovers.module.css'

/** On the dashboard: answers that are due, that have not come, or that nobody was told of. Nothing when none waits. */
export function DueAnswers({ due }: { due: readonly DuePack[] }) {
  const t = useT()
  const locale = useLocale()
  if (due.length === 0) return null
  return (
    <Section id="due-answers" title={t('clock.desk.waiting.title')}>
      <ul className={styles.waiting}>
        {due.map(({ id, campaign, kind, deliveredOn, day }) => (
          <li key={id}>
            <StatusTag tone={kind === 'soon' ? 'waiting' : 'late'}>{t(`clock.desk.waiting.${kind}`)}</StatusTag>{' '}
            <a href={`/admin/campaigns/${campaign}/deliveries/${id}${kind === 'soon' ? '#answer' : '#news'}`}>
              {t(`clock.desk.waiting.${kind}At`, {
                campaign,
                delivered: formatDay(locale, deliveredOn),
                day: formatDay(locale, day),
              })}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
