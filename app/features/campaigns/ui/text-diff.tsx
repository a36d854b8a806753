import { useT } from '#app/i18n/use-t.tsx'
import type { PartChanges, ShownChange } from '../text-changes.ts'
import type { DiffPart } from '../word-diff.ts'
import styles from './texts.module.css'

interface TextDiffProps {
  changes: readonly PartChanges[]
  /** What to say when nothing reads differently. */
  nothing: string
  /** Level of the headings of the parts. */
  level?: 'h3' | 'h4'
  lang?: string
}

/** What was taken out is struck through, what was put in is marked; both are said to those who listen. */
export function TextDiff({ changes, nothing, level: Heading = 'h3', lang }: TextDiffProps) {
  const t = useT()
  if (changes.length === 0) return <p>{nothing}</p>
  return (
    <div className={styles.diff}>
      <p className={styles.legend}>
        <del>{t('campaigns.changes.removed')}</del> · <ins>{t('campaigns.changes.added')}</ins>
      </p>
      {changes.map(({ part, changes: inPart }) => (
        <section key={part}>
          <Heading>{t(`campaigns.parts.${part}`)}</Heading>
          <div lang={lang}>
            {inPart.map((change, place) => (
              <Change key={place} change={change} />
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}

/** One paragraph in which words changed. */
const Changed = ({ parts }: { parts: readonly DiffPart[] }) => (
  <p className={styles.changed}>
    {parts.map((part, place) => (
      <Words key={place} part={part} />
    ))}
  </p>
)

/** The same where it stands alone. */
export const ChangedParagraph = ({ parts }: { parts: readonly DiffPart[] }) => (
  <div className={styles.diff}>
    <Changed parts={parts} />
  </div>
)

function Change({ change }: { change: ShownChange }) {
  const t = useT()
  if (change.kind === 'same')
    return <p className={styles.same}>{t('campaigns.changes.same', { count: change.count })}</p>
  return <Changed parts={change.parts} />
}

function Words({ part: { kind, text } }: { part: DiffPart }) {
  const t = useT()
  if (kind === 'same') return text
  const Tag = kind === 'added' ? 'ins' : 'del'
  return (
    <Tag>
      <span className="visually-hidden">
        {' ['}
        {t(kind === 'added' ? 'campaigns.changes.saidAdded' : 'campaigns.changes.saidRemoved')}{' '}
      </span>
      {text}
      <span className="visually-hidden">{'] '}</span>
    </Tag>
  )
}
