import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/t.ts'
import { headerSafe } from './header-safe.ts'
import { type Mail, type Part, writeLetter } from './letter.tsx'

export type ExportReadyProps = {
  locale: Locale
  association: string
  /** Of the list in the back office: it opens for whoever is signed in, and says nothing by itself. */
  url: string
  /** Hours that the file is kept. */
  hours: number
}

const paragraph = (text: string): Part => ({ kind: 'paragraph', text })

/** Tells somebody of the team that their file is there. It holds nothing of the file, not even of what kind it is. */
export async function exportReady(props: ExportReadyProps, t: T): Promise<Mail> {
  const association = headerSafe(props.association)
  return writeLetter(
    {
      locale: props.locale,
      subject: t('emails.exportReady.subject'),
      preview: t('emails.exportReady.preview', { count: props.hours }),
      association,
      title: t('emails.exportReady.title'),
      parts: [
        paragraph(t('emails.exportReady.what', { count: props.hours })),
        { kind: 'button', label: t('emails.exportReady.open'), url: props.url },
        paragraph(t('emails.exportReady.care')),
      ],
      footer: [paragraph(t('emails.exportReady.automatic', { association }))],
    },
    t,
  )
}
