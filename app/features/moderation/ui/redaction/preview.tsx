import type { Beside } from '#app/features/testimonies/beside.ts'
import { useAftermath, useTestimonyFacts } from '#app/features/testimonies/ui/voice-card.tsx'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Redacted, RedactedText, RedactionLegend, Voice } from '#app/ui/voice.tsx'
import type { WorkingText } from '../../redaction/working-text.ts'
import type { ReadableTestimony } from '../../workbench.ts'
import styles from './second-look.module.css'

interface PreviewProps {
  testimony: ReadableTestimony
  texts: WorkingText
  beside: Beside
  open?: boolean
}

/** Exactly as the public will read it: the same voice as on the wall of testimonies. */
export function Preview({ testimony, texts, beside, open = false }: PreviewProps) {
  const t = useT()
  const locale = useLocale()
  const facts = useTestimonyFacts()
  const aftermath = useAftermath()
  const { title, text, contentWarning, quote } = texts
  return (
    <details className={styles.fold} open={open}>
      <summary>{t('moderation.redaction.preview.title')}</summary>
      <div className={styles.preview}>
        <Voice
          title={<Redacted text={title} />}
          text={text}
          meta={<span lang={locale}>{facts(beside).join(' · ')}</span>}
          warning={contentWarning.trim() || undefined}
          lang={testimony.locale}
          level={3}
        />
        {aftermath(beside).map((line) => (
          <p key={line}>{line}</p>
        ))}
        {/\[\[/.test(title + text) && <RedactionLegend />}
        {quote.trim() !== '' && (
          <figure>
            <figcaption>{t('moderation.redaction.preview.quote')}</figcaption>
            <blockquote lang={testimony.locale}>
              <RedactedText text={quote} />
            </blockquote>
          </figure>
        )}
      </div>
    </details>
  )
}
