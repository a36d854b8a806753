import { besideChanges, besideEverything, type Beside, type BesideChange } from '#app/features/testimonies/beside.ts'
import { useBesideWords } from '#app/features/testimonies/ui/beside-words.ts'
import { useT } from '#app/i18n/use-t.tsx'
import type { ReadableTestimony } from '../../workbench.ts'
import styles from './beside.module.css'

/** For a second pair of eyes: what stands beside the text, what is left out of the answers, and what changed since last time. */
export function BesideLook({ testimony }: { testimony: ReadableTestimony }) {
  const t = useT()
  const { before, beside, rarity } = testimony
  const { department, period } = beside
  const grain = period === null ? 'place' : period.length === 4 ? 'year' : 'month'
  return (
    <details className={styles.look} open>
      <summary>{t('moderation.redaction.beside.title')}</summary>
      <Values older={besideEverything(testimony)} newer={beside} />
      {before && (
        <>
          <p className={styles.quiet}>{t('moderation.redaction.diff.since', { version: before.version })}</p>
          <Values older={before.beside} newer={beside} onlyChanges />
        </>
      )}
      {department !== null && rarity[grain] && (
        <p className={styles.doubt}>
          {t(grain === 'place' ? 'moderation.redaction.beside.rarePlace' : 'moderation.redaction.beside.rareShown')}
        </p>
      )}
    </details>
  )
}

function Values({ older, newer, onlyChanges = false }: { older: Beside; newer: Beside; onlyChanges?: boolean }) {
  const t = useT()
  const all = besideChanges(older, newer)
  const shown = onlyChanges ? all.filter(({ kind }) => kind !== 'same') : all
  if (shown.length === 0)
    return <p className={styles.quiet}>{t(`moderation.redaction.beside.${onlyChanges ? 'unchanged' : 'nothing'}`)}</p>
  return (
    <ul className={styles.values}>
      {shown.map((change) => (
        <li key={`${change.field} ${change.value} ${change.kind}`}>
          <Value change={change} />
        </li>
      ))}
    </ul>
  )
}

/** Struck or underlined for the eye, said in words for the ear. */
function Value({ change }: { change: BesideChange }) {
  const t = useT()
  const words = useBesideWords()(change)
  if (change.kind === 'same') return words
  const Tag = change.kind === 'added' ? 'ins' : 'del'
  return (
    <Tag>
      <span className="visually-hidden">
        {t(
          change.kind === 'added' ? 'moderation.redaction.diff.saidAdded' : 'moderation.redaction.diff.saidRemoved',
        )}{' '}
      </span>
      {words}
    </Tag>
  )
}
