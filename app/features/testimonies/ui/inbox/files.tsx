import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import type { ShownPage } from '../../inbox.ts'
import styles from './inbox.module.css'
import { StepForm, type PartProps } from './step-form.tsx'

/** Where the page opens when somebody leafs through a file. */
const there = 'shown-page'

type Carried = Pick<PartProps, 'receipt' | 'once'>

interface FilesProps extends Carried {
  files: PartProps['inbox']['files']
  shown: ShownPage | null
}

/** What was joined, shown when asked for and one page at a time. */
export function Files({ files, shown, ...carried }: FilesProps) {
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
              <Leaf shown={shown} {...carried} />
            ) : (
              <Turn {...carried} file={file} page={1}>
                {t('testimonies.inbox.story.showFile', { file })}
              </Turn>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function Turn({ file, page, children, ...carried }: Carried & { file: number; page: number; children: string }) {
  return (
    <StepForm intent="show" {...carried} fields={{ file, page }} opensAt={there}>
      <Button kind="quiet">{children}</Button>
    </StepForm>
  )
}

/** One page, and the ways to the one before, to the next, and to put it away: others may see the screen. */
function Leaf({ shown, ...carried }: Carried & { shown: ShownPage }) {
  const t = useT()
  const { file, page, pages, width, height, src } = shown
  const leaf = t('testimonies.inbox.story.leaf', { page, pages })
  return (
    <div id={there} tabIndex={-1} className={styles.leaf} role="group" aria-label={leaf}>
      <p aria-hidden="true">{leaf}</p>
      <img src={src} width={width} height={height} alt={t('testimonies.inbox.story.alt', { file, page, pages })} />
      <div className={styles.turns}>
        {page > 1 && (
          <Turn {...carried} file={file} page={page - 1}>
            {t('testimonies.inbox.story.previous')}
          </Turn>
        )}
        {page < pages && (
          <Turn {...carried} file={file} page={page + 1}>
            {t('testimonies.inbox.story.next')}
          </Turn>
        )}
        <StepForm intent="open" {...carried} opensAt="story">
          <Button kind="plain">{t('testimonies.inbox.story.hide')}</Button>
        </StepForm>
      </div>
    </div>
  )
}
