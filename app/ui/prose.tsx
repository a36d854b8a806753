import type { ReactNode } from 'react'

type ProseProps =
  { lang?: string; children: ReactNode; html?: never } | { lang?: string; html: string; children?: never }

/** Long reading. `html` is Markdown already rendered and sanitised by the caller. */
export const Prose = ({ lang, html, children }: ProseProps) =>
  html === undefined ? (
    <div className="prose" lang={lang}>
      {children}
    </div>
  ) : (
    <div className="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
  )
