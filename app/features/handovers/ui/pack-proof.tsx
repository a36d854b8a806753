import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
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
      <DataTable
        caption={t('handovers.page.caption')}
        rows={files}
        keyOf={({ name }) => name}
        empty={{ title: t('handovers.page.none') }}
        columns={[
          {
            key: 'file',
            label: t('handovers.page.file'),
            render: ({ name, gone }) =>
              gone ? `${name} (${t('handovers.page.gone')})` : <a href={`${home}/${name}`}>{name}</a>,
          },
          {
            key: 'bytes',
            label: t('handovers.page.bytes'),
            numeric: true,
            render: ({ bytes }) => formatNumber(locale, bytes),
          },
          {
            key: 'hash',
            label: t('handovers.page.hash'),
            render: ({ sha256 }) => <span className={styles.exact}>{sha256}</span>,
          },
        ]}
      />
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
