import { useMemo } from 'react'
import type { DiffPart } from '#app/features/campaigns/word-diff.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Redacted } from '#app/ui/voice.tsx'
import { fieldDiffs, isQuoted, type FieldDiff } from '../../redaction/redaction-diff.ts'
import { foundIn, workingText, type WorkingText } from '../../redaction/working-text.ts'
import type { ReadableTestimony } from '../../workbench.ts'
import { BesideLook } from './beside-look.tsx'
import { LeftInText } from './left-in-text.tsx'
import styles from './second-look.module.css'

/** For a second pair of eyes: what was taken out and put in, what changed since last time, and what the guard still finds. */
export function SecondLook({ testimony }: { testimony: ReadableTestimony }) {
  const t = useT()
  const { original, draft, before, locale } = testimony
  const { texts, found, told, earlier } = useMemo(() => {
    const texts = workingText(draft)
    // A quote has no original: it is looked for in the text instead.
    const told = { ...workingText({ ...original, quote: null }), quote: texts.quote }
    return { texts, found: foundIn(texts), told, earlier: before && workingText(before) }
  }, [original, draft, before])
  return (
    <>
      <Changes
        title={t('moderation.redaction.diff.title')}
        nothing={t('moderation.redaction.diff.same')}
        older={told}
        newer={texts}
        lang={locale}
        warning={original.contentWarning ?? draft.contentWarning}
        open
      />
      {before && earlier && (
        <Changes
          title={t('moderation.redaction.diff.since', { version: before.version })}
          nothing={t('moderation.redaction.diff.sameBefore')}
          older={earlier}
          newer={texts}
          lang={locale}
          warning={original.contentWarning ?? draft.contentWarning}
        />
      )}
      <BesideLook testimony={testimony} />
      {!isQuoted(texts) && <p className={styles.doubt}>{t('moderation.redaction.diff.quoteNotInText')}</p>}
      <LeftInText found={found} lang={locale} title={t('moderation.redaction.diff.found')} />
    </>
  )
}

interface ChangesProps {
  title: string
  nothing: string
  older: WorkingText
  newer: WorkingText
  lang: string
  /** Then it waits for a gesture. */
  warning: string | null
  open?: boolean
}

function Changes({ title, nothing, older, newer, lang, warning, open = false }: ChangesProps) {
  const t = useT()
  const diffs = useMemo(() => fieldDiffs(older, newer), [older, newer])
  return (
    <details className={styles.fold} open={open && !warning}>
      <summary>{title}</summary>
      {warning && <p className={styles.quiet}>{t('moderation.redaction.diff.warned', { warning })}</p>}
      {diffs.length === 0 ? (
        <p className={styles.quiet}>{nothing}</p>
      ) : (
        <div className={styles.diff}>
          <p className={styles.quiet}>
            <del>{t('moderation.redaction.diff.removed')}</del> · <ins>{t('moderation.redaction.diff.added')}</ins> ·{' '}
            {t('moderation.redaction.diff.legend')}
          </p>
          {diffs.map((diff) => (
            <Field key={diff.field} diff={diff} lang={lang} />
          ))}
        </div>
      )}
    </details>
  )
}

function Field({ diff: { field, parts }, lang }: { diff: FieldDiff; lang: string }) {
  const t = useT()
  return (
    <section>
      <h4>{t(`moderation.redaction.fields.${field}`)}</h4>
      <p lang={lang} className={styles.changed}>
        {parts.map((part, place) => (
          <Part key={place} part={part} />
        ))}
      </p>
    </section>
  )
}

/** Struck or underlined for the eye, said in words for the ear; a bar is a bar here too. */
function Part({ part: { kind, text } }: { part: DiffPart }) {
  const t = useT()
  if (kind === 'same') return <Redacted text={text} />
  const Tag = kind === 'added' ? 'ins' : 'del'
  return (
    <Tag className={/^\[\[[^[\]]*\]\]$/.test(text) ? styles.onlyBar : undefined}>
      <span className="visually-hidden">
        {' ['}
        {t(kind === 'added' ? 'moderation.redaction.diff.saidAdded' : 'moderation.redaction.diff.saidRemoved')}{' '}
      </span>
      <Redacted text={text} />
      <span className="visually-hidden">{'] '}</span>
    </Tag>
  )
}
