import type { ExpiredSheet } from '#app/features/sheets/queries/public.server.ts'
import { BeingVerified } from '#app/features/sheets/ui/verified.tsx'
import { useLocale } from '#app/i18n/use-t.tsx'
import styles from './press.module.css'

/** In place of texts of one heading that are being verified again: their names, and that they are. */
export function AwayUntilVerified({ sheets }: { sheets: readonly ExpiredSheet[] }) {
  const locale = useLocale()
  return sheets.map(({ slug, title, checkBy }) => (
    <article className={styles.block} key={slug}>
      <h3>{title[locale]}</h3>
      <BeingVerified checkBy={checkBy} />
    </article>
  ))
}
