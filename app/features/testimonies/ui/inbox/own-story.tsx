import { useT } from '#app/i18n/use-t.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ShownPage } from '../../inbox.ts'
import { Files } from './files.tsx'
import styles from './inbox.module.css'
import type { PartProps } from './step-form.tsx'

interface OwnStoryProps extends PartProps {
  shown: ShownPage | null
}

/** Folded: to read it again may hurt, and others may see the screen. */
export function OwnStory({ inbox, shown, receipt, once }: OwnStoryProps) {
  const t = useT()
  const { original, files, locale } = inbox
  return (
    <Section id="story" title={t('testimonies.inbox.story.title')}>
      {original ? (
        <details className={styles.fold}>
          <summary>{t('testimonies.inbox.story.show')}</summary>
          {original.contentWarning && (
            <p className={styles.aside}>{t('testimonies.inbox.story.warning', { warning: original.contentWarning })}</p>
          )}
          <div className={styles.text} lang={locale}>
            <strong>{original.title}</strong>
            {`\n\n${original.text}`}
          </div>
        </details>
      ) : (
        <p>{t('testimonies.inbox.story.gone')}</p>
      )}
      {files.length > 0 && <Files {...{ files, shown, receipt, once }} />}
    </Section>
  )
}
