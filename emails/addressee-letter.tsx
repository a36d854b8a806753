import type { Locale } from '#app/i18n/locale.ts'
import { formatNumber } from '#app/i18n/format.ts'
import type { T } from '#app/i18n/t.ts'
import { headerSafe } from './header-safe.ts'
import { type Letter, type Mail, type Part, writeLetter } from './letter.tsx'
import type { RenderedMarkdown } from './markdown.ts'

export type AddresseeLetterProps = {
  locale: Locale
  campaignTitle: string
  association: string
  subject: string
  /** What a campaigner wrote. */
  body: RenderedMarkdown
  /** How many this letter tells of. */
  people: number
  /** Of those, the names of who agreed to be named. */
  names: readonly string[]
  /** Everyone whose signature is confirmed; `null` when it is not known. */
  total: number | null
  campaignUrl: string
}

/** To whom the petition is addressed: from the association, in its own name, about people who signed. Never from a signer. */
export const addresseeLetter = (props: AddresseeLetterProps, t: T): Promise<Mail> =>
  writeLetter(addresseeParts(props, t), t)

/** What stands in it, part by part. */
export function addresseeParts(props: AddresseeLetterProps, t: T): Letter {
  const { locale, people, names, total } = props
  const subject = headerSafe(props.subject)
  const association = headerSafe(props.association)
  const values = { campaign: headerSafe(props.campaignTitle), association }
  const counted = (count: number) => ({ count, number: formatNumber(locale, count) })
  const unnamed = people - names.length
  const paragraph = (text: string): Part => ({ kind: 'paragraph', text })
  return {
    locale,
    subject,
    preview: t('emails.addressee.preview', values),
    association,
    title: subject,
    parts: [
      { kind: 'body', body: props.body },
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
  }
}
