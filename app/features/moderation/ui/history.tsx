import { formatDay, formatInstant } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { inOrder } from '../history-order.ts'
import { knownReason } from '../reasons.ts'
import { stepKinds } from '../schema.ts'
import type { HistoryEntry } from '../workbench.ts'
import styles from './workbench.module.css'

/** Every step, by whom and why, the witness's too. Colleagues are numbers: a history is for understanding, not for pointing. */
export function History({ entries }: { entries: readonly HistoryEntry[] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <details>
      <summary>{t('moderation.item.history')}</summary>
      {entries.length === 0 && <p>{t('moderation.item.noHistory')}</p>}
      <ol className={styles.history}>
        {inOrder(entries).map(({ id, kind, reason, note, draftVersion, at, who }) => {
          const step = stepKinds.find((known) => known === kind)
          const why = knownReason(reason)
          const words = [
            step ? t(`moderation.steps.${step}`) : kind,
            who === null
              ? t('moderation.item.you')
              : who === 'witness'
                ? t('moderation.item.witness')
                : t('moderation.item.colleague', { number: who }),
            // A step of the witness is kept to the day.
            who === 'witness' ? formatDay(locale, at) : formatInstant(locale, at),
            t('moderation.item.historyVersion', { version: draftVersion }),
            ...(why ? [t(`moderation.reasons.${why}`)] : []),
            ...(note ? [t('moderation.item.historyNote', { words: note })] : []),
          ]
          return <li key={id}>{words.join(' · ')}</li>
        })}
      </ol>
    </details>
  )
}
