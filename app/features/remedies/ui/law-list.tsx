import type { Sheet } from '#app/features/sheets/schema.ts'
import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { lawConfidences, type LawContent } from '../law.ts'
import styles from './remedies.module.css'

export type ShownLaw = Pick<Sheet<LawContent>, 'slug' | 'content' | 'verifiedOn'>

/** Texts of law, each with where to read it and what it says in a sentence; first what was read, then what was only seen. */
export function LawList({ laws }: { laws: readonly ShownLaw[] }) {
  const t = useT()
  const locale = useLocale()
  const days = [...new Set(laws.map(({ verifiedOn }) => verifiedOn))]
  const groups = lawConfidences.flatMap((confidence) => days.map((day) => ({ confidence, day })))
  return (
    <div className={styles.laws}>
      {groups.map(({ confidence, day }) => {
        const some = laws.filter(({ content, verifiedOn }) => content.confidence === confidence && verifiedOn === day)
        if (some.length === 0) return null
        return (
          <div key={confidence + day}>
            <p className={styles.sure}>{t(`remedies.sure.${confidence}`, { day: formatDay(locale, day) })}</p>
            <ul className={styles.texts}>
              {some.map((law) => (
                <OneLaw key={law.slug} {...law} />
              ))}
            </ul>
          </div>
        )
      })}
    </div>
  )
}

function OneLaw({ slug, content }: ShownLaw) {
  const { code, article, url } = content
  return (
    <li id={slug}>
      <a href={url} lang="fr">
        {article}, {code}
      </a>
      <p>{content[useLocale()].says}</p>
    </li>
  )
}
