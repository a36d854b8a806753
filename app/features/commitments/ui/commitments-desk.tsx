import { TellFollowers } from '#app/features/mailings/ui/tell-followers.tsx'
import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Empty } from '#app/ui/empty.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import type { ChangedState } from '../queries/changes.server.ts'
import styles from './commitments.module.css'
import { StateTag } from './state-tag.tsx'

interface CommitmentsDeskProps {
  slug: string
  changes: readonly ChangedState[]
  /** A form that came back. */
  refused?: FormState
}

/** For the team: each promise whose state changed, and whether those who asked for news know. */
export function CommitmentsDesk({ slug, changes, refused }: CommitmentsDeskProps) {
  const t = useT()
  const locale = useLocale()
  const home = `/${locale}/${slug}/commitments`
  return (
    <Section
      id="changes"
      title={t('commitments.desk.title')}
      intro={t('commitments.desk.intro')}
      more={{ href: `/admin/sheets?campaign=${slug}#commitment`, label: t('commitments.desk.write') }}
    >
      {changes.length === 0 ? (
        <Empty title={t('commitments.desk.none')}>
          <p>{t('commitments.desk.noneWhy')}</p>
        </Empty>
      ) : (
        <div className={styles.changed}>
          {changes.map((change) => (
            <article key={change.about} className={styles.one} aria-labelledby={`change-${change.sheetId}`}>
              <h3 id={`change-${change.sheetId}`}>{change.title[locale]}</h3>
              <p>
                <StateTag state={change.from} /> → <StateTag state={change.to} />{' '}
                <span className="small">
                  {t('commitments.page.since', { day: formatDay(locale, change.stateOn) })} ·{' '}
                  <a href={`${home}/${change.slug}`}>{t('commitments.desk.onSite')}</a>
                </span>
              </p>
              <TellFollowers
                about={change.about}
                telling={change.telling}
                refused={refused?.values['about'] === change.about ? refused : undefined}
              />
            </article>
          ))}
        </div>
      )}
    </Section>
  )
}
