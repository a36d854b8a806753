import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import styles from './handovers.module.css'

export interface FileLine {
  name: string
  bytes: number
  sha256: string
  /** Its words were taken back. */
  gone: boolean
}

interface PackFilesProps {
  files: readonly FileLine[]
  /** SHA-256 of the whole, as sealed. */
  zip: string
  /** Address of the pack. */
  home: string
}

/** Every file with its mark. One whose words were taken back is named, and is not there. */
export function PackFiles({ files, zip, home }: PackFilesProps) {
  const t = useT()
  const locale = useLocale()
  return (
    <div className={styles.stack}>
      <dl className={styles.marks}>
        <dt>{t('handovers.page.zipHash')}</dt>
        <dd className={styles.exact}>{zip}</dd>
      </dl>
      {files.some(({ gone }) => gone) && (
        <Notice kind="info">
          <p>{t('handovers.page.goneWhy')}</p>
        </Notice>
      )}
      <ul className={styles.marked}>
        {files.map(({ name, bytes, sha256, gone }) => (
          <li key={name}>
            <p>
              {gone ? name : <a href={`${home}/${name}`}>{name}</a>}{' '}
              <span className="small">
                {gone ? t('handovers.page.gone') : t('handovers.page.bytes', { number: formatNumber(locale, bytes) })}
              </span>
            </p>
            <p className={styles.exact}>{sha256}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function PackHead({ head }: { head: { size: number; root: string; note: string } }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Section id="head" title={t('handovers.page.proof')}>
      <div className={`beside ${styles.stack}`}>
        <dl className={styles.marks}>
          <dt>{t('handovers.page.size')}</dt>
          <dd>{formatNumber(locale, head.size)}</dd>
          <dt>{t('handovers.page.root')}</dt>
          <dd className={styles.exact}>{head.root}</dd>
        </dl>
        <details>
          <summary>{t('handovers.page.note')}</summary>
          <pre className={styles.exact} tabIndex={0}>
            {head.note}
          </pre>
        </details>
      </div>
    </Section>
  )
}

export function PackCheck({ slug }: { slug: string }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Section
      id="check"
      title={t('handovers.page.check')}
      more={{ href: `/${locale}/${slug}/proof`, label: t('proof.link') }}
    >
      <div className={`beside ${styles.stack}`}>
        <ol className={styles.steps}>
          {(['one', 'two', 'three'] as const).map((step) => (
            <li key={step}>{t(`handovers.page.steps.${step}`)}</li>
          ))}
        </ol>
        <p>
          <a href="/verify-pack.mjs" download>
            {t('handovers.page.tool')}
          </a>
        </p>
        <pre className={styles.exact} tabIndex={0}>
          node verify-pack.mjs pack.zip
        </pre>
      </div>
    </Section>
  )
}
