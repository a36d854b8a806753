import { Fragment, type ReactNode } from 'react'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { markedParts } from './marks.ts'

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

const none: ReadonlySet<string> = new Set()

/** Text with the words that a search found marked in it. Text only: whatever stands in it is shown, never run. */
const Marked = ({ text, marks }: { text: string; marks: ReadonlySet<string> }) => (
  <>
    {marks.size === 0
      ? text
      : markedParts(text, marks).map((part, place) =>
          part.marked ? <mark key={place}>{part.text}</mark> : <Fragment key={place}>{part.text}</Fragment>,
        )}
  </>
)

interface TextProps {
  text: string
  lang?: string
  /** Words to mark, in small letters. */
  marks?: ReadonlySet<string>
}

/** A bar over what could identify someone, its replacement readable on it. The brackets are for those who listen or copy. */
export function Redacted({ text, marks = none }: Omit<TextProps, 'lang'>) {
  const t = useT()
  return (
    <>
      {redactionParts(text).map((part, place) =>
        part.kind === 'text' ? (
          <Marked key={place} text={part.text} marks={marks} />
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
export const RedactedText = ({ text, lang, marks }: TextProps) => (
  <div className="redacted-text" lang={lang}>
    {paragraphs(text).map((paragraph, place) => (
      <p key={place}>
        <Redacted text={paragraph} marks={marks} />
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
  marks?: ReadonlySet<string>
  /** After the text: where it goes on. */
  more?: ReactNode
  /** 2 when no other heading stands between it and the title of the page. */
  level?: 2 | 3
}

export function Voice({ title, href, text, meta, warning, lang, marks, more, level = 3 }: VoiceProps) {
  const t = useT()
  const locale = useLocale()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article className="voice" lang={lang}>
      <Heading className="voice-title">{href ? <a href={href}>{title}</a> : title}</Heading>
      {warning ? (
        <details className="voice-warned">
          <summary>
            <span lang={locale}>{t('ui.redaction.warning', { warning: '' }).trim()}</span> {warning}{' '}
            <span className="voice-anyway" lang={locale}>
              {t('ui.redaction.readAnyway')}
            </span>
          </summary>
          <RedactedText text={text} marks={marks} />
          {more}
        </details>
      ) : (
        <>
          <RedactedText text={text} marks={marks} />
          {more}
        </>
      )}
      <p className="voice-meta">{meta}</p>
    </article>
  )
}

/** A wall of voices, as many columns as fit. */
export const Voices = ({ children }: { children: ReactNode }) => <div className="voices">{children}</div>
