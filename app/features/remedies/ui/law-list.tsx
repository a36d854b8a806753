import type { Sheet } from '#app/features/sheets/schema.ts'
import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import type { LawContent } from '../law.ts'
import styles from './remedies.module.css'

export type ShownLaw = Pick<Sheet<LawContent>, 'slug' | 'content' | 'verifiedOn'>

/** Texts of law, each with where to read it, what it says in a sentence, and how sure we are. */
export const LawList = ({ laws }: { laws: readonly ShownLaw[] }) => (
  <ul className={styles.texts}>
    {laws.map((law) => (
      <OneLaw key={law.slug} {...law} />
    ))}
  </ul>
)

function OneLaw({ slug, content, verifiedOn }: ShownLaw) {
  const t = useT()
  const locale = useLocale()
  const { code, article, url, confidence } = content
  return (
    <li id={slug}>
      <a href={url} lang="fr">
        {article}, {code}
      </a>
      <p>{content[locale].says}</p>
      <p className={styles.sure}>{t(`remedies.sure.${confidence}`, { day: formatDay(locale, verifiedOn) })}</p>
    </li>
  )
}
