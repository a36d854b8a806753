import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import type { PublishedReply } from '../queries/replies.server.ts'
import styles from './replies.module.css'

interface RepliesToProps {
  replies: readonly PublishedReply[]
  /** Of what they answer, as it is now. */
  version: number
  level?: 'h2' | 'h3' | 'h4'
}

/** What those who are named or pointed to have answered: as large as what they answer. */
export function RepliesTo({ replies, version, level: Heading = 'h2' }: RepliesToProps) {
  const t = useT()
  const locale = useLocale()
  return replies.map((reply) => (
    <section
      key={reply.id}
      className={styles.reply}
      id={`reply-${reply.id}`}
      aria-labelledby={`reply-${reply.id}-title`}
    >
      <Heading id={`reply-${reply.id}-title`}>{t('claims.replies.title', { by: reply.by })}</Heading>
      <p className={styles.said} lang={reply.lang}>
        {reply.text}
      </p>
      <p className="source">
        {t('claims.replies.on', { day: formatDay(locale, reply.publishedOn) })}{' '}
        {reply.version < version && t('claims.replies.before', { version: reply.version })}
      </p>
    </section>
  ))
}
