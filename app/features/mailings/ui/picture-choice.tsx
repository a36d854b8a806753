import { useFetcher } from '@remix-run/react'
import { useState } from 'react'
import { z } from 'zod'
import type { Locale } from '#app/i18n/locale.ts'
import { useT } from '#app/i18n/use-t.tsx'
import editor from './editor.module.css'
import styles from './pictures.module.css'

interface OfferedPicture {
  id: string
  /** What is put between the brackets, in the language of the text. */
  words: string
}

const answer = z.object({
  pictures: z.array(z.object({ id: z.string(), altFr: z.string(), altEn: z.string(), decorative: z.boolean() })),
})

const page = '/admin/mailings/pictures'

/** The page of the pictures of whichever campaign the form is about. */
function pageOf(area: string): string {
  const form = document.getElementById(area)?.closest('form')
  const campaign = form ? new FormData(form).get('campaign') : null
  return typeof campaign === 'string' && campaign !== '' ? `${page}?campaign=${encodeURIComponent(campaign)}` : page
}

interface ChoiceProps {
  /** Of the text area that it is put into. */
  area: string
  locale: Locale
  onChoose: (picture: OfferedPicture) => void
}

/** Pictures of the campaign. Asked for when the list is opened: one that was added in another tab is there. */
export function PictureChoice({ area, locale, onChoose }: ChoiceProps) {
  const t = useT()
  const { load, state, data } = useFetcher<unknown>()
  const [where, setWhere] = useState(page)
  const pictures = answer.safeParse(data).data?.pictures
  return (
    <details
      className={editor.quotes}
      onToggle={({ currentTarget }) => {
        if (!currentTarget.open) return
        setWhere(pageOf(area))
        load(pageOf(area))
      }}
    >
      <summary>{t('pictures.choice.title')}</summary>
      {pictures ? (
        <ul className={styles.offers}>
          {pictures.map(({ id, altFr, altEn, decorative }) => {
            const says = locale === 'fr' ? altFr : altEn
            return (
              <li key={id}>
                <button
                  type="button"
                  className={styles.offer}
                  lang={says ? locale : undefined}
                  onClick={() => onChoose({ id, words: decorative ? '' : says })}
                >
                  <img src={`${page}/${id}.jpg`} alt="" loading="lazy" />
                  {says || t('pictures.choice.decorative')}
                </button>
              </li>
            )
          })}
        </ul>
      ) : null}
      <p role="status">
        {state === 'loading' && !pictures
          ? t('pictures.choice.loading')
          : pictures?.length === 0 && t('pictures.choice.none')}
      </p>
      <a className={styles.more} href={where} target="_blank" rel="noreferrer">
        {t('pictures.choice.more')}
      </a>
    </details>
  )
}
