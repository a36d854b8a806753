import { useMemo } from 'react'
import { findIdentifiers } from '#app/features/testimonies/guard/find-identifiers.ts'
import type { Finding } from '#app/features/testimonies/guard/finding.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { proposedFor } from '../../redaction/phrases.ts'
import { timesLeft } from '../../redaction/working-text.ts'
import type { ReadableTestimony } from '../../workbench.ts'
import { Veil } from '../veil.tsx'
import { FoundRow } from './found-row.tsx'
import { MarkedText } from './marked-text.tsx'
import styles from './redaction.module.css'
import type { Redaction } from './use-redaction.ts'

interface OriginalProps {
  testimony: ReadableTestimony
  redaction: Redaction
  /** Whether the text beside it can be changed. */
  editable: boolean
}

interface Told extends Finding {
  words: string
  text: string
}

/** Each thing once, however often it was told. */
function onceEach(texts: readonly string[], found: readonly (readonly Finding[])[]): Told[] {
  const seen = new Map<string, Told>()
  texts.forEach((text, place) => {
    for (const finding of found[place] ?? []) {
      const words = text.slice(finding.start, finding.end)
      const key = `${finding.type} ${words.toLowerCase().replace(/\s+/g, ' ')}`
      if (!seen.has(key)) seen.set(key, { ...finding, words, text })
    }
  })
  return [...seen.values()].toSorted((a, b) => Number(b.severity === 'stop') - Number(a.severity === 'stop'))
}

/** As it was deposited, with what the guard saw in it, and what became of that in the text beside it. */
export function Original({ testimony, redaction, editable }: OriginalProps) {
  const { original, locale } = testimony
  const { title, text, contentWarning } = original
  const t = useT()
  const found = useMemo(() => [findIdentifiers(title), findIdentifiers(text)] as const, [title, text])
  if (text === '') return <p>{t('moderation.item.originalGone')}</p>
  return (
    <Veil warning={contentWarning}>
      <div lang={locale} className="original">
        <p>
          <strong>
            <MarkedText text={title} marks={found[0]} named />
          </strong>
        </p>
        <p>
          <MarkedText text={text} marks={found[1]} named />
        </p>
      </div>
      <Seen told={onceEach([title, text], found)} {...{ redaction, editable, locale }} />
    </Veil>
  )
}

interface SeenProps extends Omit<OriginalProps, 'testimony'> {
  told: readonly Told[]
  locale: string
}

function Seen({ told, redaction, editable, locale }: SeenProps) {
  const t = useT()
  if (told.length === 0) return <p className={styles.quiet}>{t('moderation.redaction.original.nothing')}</p>
  return (
    <section className={styles.seen}>
      <h4>{t('moderation.redaction.original.title')}</h4>
      <ul>
        {told.map((one) => {
          const left = timesLeft(redaction.texts, one.words)
          const phrase = redaction.phraseOf(proposedFor(one, one.text))
          return (
            <FoundRow
              key={`${one.type} ${one.words}`}
              found={one}
              lang={locale}
              state={t(left === 0 ? 'moderation.redaction.original.gone' : 'moderation.redaction.original.left', {
                count: left,
              })}
              done={left === 0}
            >
              {editable && redaction.awake && left > 0 && (
                <button
                  type="button"
                  className={styles.small}
                  aria-label={t('moderation.redaction.original.replace', { words: one.words })}
                  onClick={() => redaction.replaceEverywhere(one.words, phrase)}
                >
                  {t('moderation.redaction.original.replaceShort', { phrase })}
                </button>
              )}
            </FoundRow>
          )
        })}
      </ul>
    </section>
  )
}
