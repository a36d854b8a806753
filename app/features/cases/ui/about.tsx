import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Redacted } from '#app/ui/voice.tsx'
import styles from './cases.module.css'

/** Which page a case is about, so that nobody has to copy its address. */
export interface AboutTestimony {
  slug: string
  id: string
  /** Of a sentence that stands alone, the sentence. */
  title: string
  locale: string
  hasPage: boolean
}

export const addressOf = (locale: string, { slug, id }: Pick<AboutTestimony, 'slug' | 'id'>) =>
  `/${locale}/${slug}/testimonies/${id}`

/** Where anyone reads it: its page, or its place among the quotes. */
export const placeOf = (locale: string, about: Pick<AboutTestimony, 'slug' | 'id' | 'hasPage'>) =>
  about.hasPage ? addressOf(locale, about) : `/${locale}/${about.slug}/testimonies/quotes#quote-${about.id}`

export function About({ testimony }: { testimony: AboutTestimony }) {
  const t = useT()
  const href = placeOf(useLocale(), testimony)
  return (
    <p className={styles.about}>
      {t('cases.about')}
      <a href={href} lang={testimony.locale}>
        <Redacted text={testimony.title} />
      </a>
    </p>
  )
}
