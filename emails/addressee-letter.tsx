import type { Locale } from '#app/i18n/locale.ts'
import { formatNumber } from '#app/i18n/format.ts'
import type { T } from '#app/i18n/t.ts'
import { headerSafe } from './header-safe.ts'
import { type Mail, type Part, writeLetter } from './letter.tsx'
import { renderMarkdown } from './markdown.ts'

export type AddresseeLetterProps = {
  locale: Locale
  campaignTitle: string
  association: string
  subject: string
  /** Markdown by a campaigner. */
  words: string
  /** How many this letter tells of. */
  people: number
  /** Of those, the names of who agreed to be named. */
  names: readonly string[]
  /** Everyone whose signature is confirmed; `null` when it is not known. */
  total: number | null
  campaignUrl: string
}

/** To whom the petition is addressed: from the association, in its own name, about people who signed. Never from a signer. */
export async function addresseeLetter(props: AddresseeLetterProps, t: T): Promise<Mail> {
  const { locale, people, names, total } = props
  const subject = headerSafe(props.subject)
  const association = headerSafe(props.association)
  const values = { campaign: headerSafe(props.campaignTitle), association }
  const counted = (count: number) => ({ count, number: formatNumber(locale, count) })
  const unnamed = people - names.length
  const paragraph = (text: string): Part => ({ kind: 'paragraph', text })
  return writeLetter(
    {
      locale,
      subject,
      preview: t('emails.addressee.preview', values),
      association,
      title: subject,
      parts: [
        { kind: 'body', body: renderMarkdown(props.words) },
        paragraph(t('emails.addressee.people', { ...values, ...counted(people) })),
        ...(names.length > 0
          ? [
              paragraph(t('emails.addressee.names', counted(names.length))),
              paragraph(names.map(headerSafe).join(t('emails.addressee.between'))),
              ...(unnamed > 0 ? [paragraph(t('emails.addressee.unnamed', counted(unnamed)))] : []),
            ]
          : []),
        ...(total === null ? [] : [paragraph(t('emails.addressee.total', counted(total)))]),
        { kind: 'button', label: t('emails.addressee.read'), url: props.campaignUrl },
      ],
      footer: [paragraph(t('emails.addressee.why', values)), paragraph(t('emails.addressee.answer', values))],
    },
    t,
  )
}
