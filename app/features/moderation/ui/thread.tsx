import { useItemWords } from '#app/features/testimonies/ui/beside-words.ts'
import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import type { ThreadMessage } from '../workbench.ts'
import styles from './workbench.module.css'

const kinds = ['question', 'answer', 'decision', 'amendment', 'refusal'] as const

/** What team and witness wrote to each other, opened for this session. A new answer is in view at once. */
export function Thread({ messages, lang }: { messages: readonly ThreadMessage[]; lang: string }) {
  const t = useT()
  const locale = useLocale()
  const words = useItemWords()
  const answered = messages.at(-1)?.author === 'witness'
  if (messages.length === 0) return null
  return (
    <details className={styles.threadFold} open={answered}>
      <summary>
        {t('moderation.desk.thread.title')} ({messages.length})
      </summary>
      <ol className={styles.thread}>
        {messages.map(({ id, author, kind, text, leaveOut, day }) => {
          const known = kinds.find((name) => name === kind)
          return (
            <li key={id} data-author={author}>
              <p>
                <strong>{t(`moderation.desk.thread.${author}`)}</strong>
                {' · '}
                {known ? t(`moderation.desk.thread.kinds.${known}`) : kind} · {formatDay(locale, day)}
              </p>
              {text !== '' && <blockquote lang={lang}>{text ?? t('moderation.desk.thread.unreadable')}</blockquote>}
              {leaveOut.length > 0 && (
                <p>{t('testimonies.beside.leaveOut', { list: leaveOut.map(words).join(' · ') })}</p>
              )}
            </li>
          )
        })}
      </ol>
    </details>
  )
}
