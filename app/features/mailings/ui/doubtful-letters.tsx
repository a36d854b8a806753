import { formatInstant, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Run } from '../schema.ts'
import styles from './run.module.css'

/** Every letter of which nobody knows whether it arrived, by its number: an address is nobody's business here. */
export function DoubtfulLetters({ run, count }: { run: Run; count: number }) {
  const t = useT()
  const locale = useLocale()
  if (count === 0) return null
  const shown = run.doubtful.length
  return (
    <Section
      id="doubtful"
      title={t('mailings.doubtful.title')}
      intro={t('mailings.doubtful.intro', { count, number: formatNumber(locale, count) })}
    >
      <DataTable
        caption={t('mailings.doubtful.caption')}
        rows={run.doubtful}
        empty={{ title: t('mailings.doubtful.title') }}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'id',
            label: t('mailings.doubtful.id'),
            render: ({ id }) => <code className={styles.number}>{id}</code>,
          },
          {
            key: 'at',
            label: t('mailings.doubtful.at'),
            render: ({ since }) => formatInstant(locale, new Date(since)),
          },
        ]}
      />
      {shown < count && <p>{t('mailings.doubtful.more', { number: formatNumber(locale, shown) })}</p>}
    </Section>
  )
}
