import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'
import styles from './inbox.module.css'
import { StepForm, type PartProps } from './step-form.tsx'

interface OwnStoryProps extends PartProps {
  shown: { file: number; pages: string[] } | null
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

/** Images are shown when asked for, one file at a time. */
function Files({
  files,
  shown,
  receipt,
  once,
}: Pick<OwnStoryProps, 'shown' | 'receipt' | 'once'> & Pick<PartProps['inbox'], 'files'>) {
  const t = useT()
  const locale = useLocale()
  return (
    <div className={styles.files}>
      <h3>{t('testimonies.inbox.story.files')}</h3>
      <ul>
        {files.map(({ file, pages }) => (
          <li key={file}>
            <p>{t('testimonies.inbox.story.file', { file, count: pages, number: formatNumber(locale, pages) })}</p>
            {shown?.file === file ? (
              shown.pages.map((page, at) => (
                <img key={page} src={page} alt={t('testimonies.inbox.story.page', { file, page: at + 1 })} />
              ))
            ) : (
              <StepForm intent="show" receipt={receipt} once={once} fields={{ file }}>
                <Actions>
                  <Button kind="quiet">{t('testimonies.inbox.story.showFile', { file })}</Button>
                </Actions>
              </StepForm>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
