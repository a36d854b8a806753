import type { MessageKey } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { Waiting } from '../queries/waiting.server.ts'
import styles from './run.module.css'

/** What it waits for, said to whoever reads: what they may not do is not asked of them. */
const wordsFor = ({ wait, forYou }: Waiting): MessageKey => {
  if (wait === 'approval' || wait === 'addressee')
    return forYou ? `mailings.waits.${wait}Yours` : 'mailings.waits.approvalOfAnother'
  return `mailings.waits.${wait}`
}

/** In a list, under the state: what it waits for, and the way there. */
export function WaitingLink({ waiting }: { waiting: Waiting | undefined }) {
  const t = useT()
  if (!waiting) return null
  return (
    <p className={styles.waits}>
      <a
        href={waiting.href}
        aria-label={t('mailings.waits.long', { what: t(wordsFor(waiting)), subject: waiting.subject })}
      >
        {t(wordsFor(waiting))}
      </a>
    </p>
  )
}

/** On the dashboard: what of the mail waits for whoever reads, and what for others. Nothing when nothing does. */
export function WaitingMail({ waiting }: { waiting: readonly Waiting[] }) {
  const t = useT()
  // A trial that goes on by itself waits for nobody.
  const forSomebody = waiting.filter(({ wait }) => wait !== 'trial')
  if (forSomebody.length === 0) return null
  return (
    <Section
      id="waiting-mail"
      title={t('mailings.waits.title')}
      more={{ href: '/admin/mailings', label: t('staff.dashboard.allMailings') }}
    >
      <ul className={styles.waiting}>
        {forSomebody.map((one) => (
          <li key={one.href}>
            <StatusTag tone={one.forYou ? 'late' : 'waiting'}>{t(wordsFor(one))}</StatusTag>{' '}
            <a href={one.href}>
              {one.wait === 'addressee' || one.wait === 'addressee-stopped'
                ? t('mailings.waits.addresseeOf', { campaign: one.subject })
                : one.subject || t('mailings.list.noSubject')}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
