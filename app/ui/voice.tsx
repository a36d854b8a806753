import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'

export type RedactionPart = { kind: 'text' | 'redacted'; text: string }

/** `[[a caseworker]]` stands for what was removed. An opening without its end is ordinary text. */
export function redactionParts(text: string): RedactionPart[] {
  const parts: RedactionPart[] = []
  let from = 0
  for (const match of text.matchAll(/\[\[([^[\]]*)\]\]/g)) {
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) })
    parts.push({ kind: 'redacted', text: (match[1] ?? '').trim() })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}

/** A bar over what could identify someone, its replacement readable on it. The brackets are for those who listen or copy. */
export function Redacted({ text }: { text: string }) {
  const t = useT()
  return (
    <>
      {redactionParts(text).map((part, place) =>
        part.kind === 'text' ? (
          part.text
        ) : (
          <span className="redaction" key={place}>
            <span className="visually-hidden">[</span>
            {part.text || t('ui.redaction.removed')}
            <span className="visually-hidden">]</span>
          </span>
        ),
      )}
    </>
  )
}

const paragraphs = (text: string) => text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '')

/** A whole redacted story, in paragraphs. */
export const RedactedText = ({ text, lang }: { text: string; lang?: string }) => (
  <div className="redacted-text" lang={lang}>
    {paragraphs(text).map((paragraph, place) => (
      <p key={place}>
        <Redacted text={paragraph} />
      </p>
    ))}
  </div>
)

export function RedactionLegend() {
  const t = useT()
  return (
    <p className="redaction-legend">
      <span className="redaction redaction-sample" aria-hidden="true" />
      {t('ui.redaction.legend')}
    </p>
  )
}

type VoiceProps = {
  title: ReactNode
  href?: string
  text: string
  /** What about, where, when: never more precise than the witness allowed. */
  meta: ReactNode
  /** Shown before the text, which then waits for a gesture. */
  warning?: string
  lang?: string
  /** 2 when no other heading stands between it and the title of the page. */
  level?: 2 | 3
}

export function Voice({ title, href, text, meta, warning, lang, level = 3 }: VoiceProps) {
  const t = useT()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article className="voice" lang={lang}>
      <Heading className="voice-title">{href ? <a href={href}>{title}</a> : title}</Heading>
      {warning ? (
        <details className="voice-warned">
          <summary>
            {t('ui.redaction.warning', { warning })}{' '}
            <span className="voice-anyway">{t('ui.redaction.readAnyway')}</span>
          </summary>
          <RedactedText text={text} />
        </details>
      ) : (
        <RedactedText text={text} />
      )}
      <p className="voice-meta">{meta}</p>
    </article>
  )
}

/** A wall of voices, as many columns as fit. */
export const Voices = ({ children }: { children: ReactNode }) => <div className="voices">{children}</div>
