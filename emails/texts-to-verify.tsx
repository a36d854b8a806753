import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/t.ts'
import { headerSafe } from './header-safe.ts'
import { type Mail, type Part, writeLetter } from './letter.tsx'

/** Texts of one kind by their titles, in the language of whoever reads. */
export type TextsOfKind = { kind: string; titles: readonly string[] }

export type TextsToVerifyProps = {
  locale: Locale
  association: string
  /** The public does not read them any more. */
  expired: readonly TextsOfKind[]
  /** It soon will not. */
  soon: readonly TextsOfKind[]
  /** Of the list in the back office: it opens for whoever is signed in. */
  url: string
}

/** What a mail names of each kind. The list in the back office has them all. */
const mostNamed = 12

const paragraph = (text: string): Part => ({ kind: 'paragraph', text })
const countOf = (kinds: readonly TextsOfKind[]) => kinds.reduce((sum, { titles }) => sum + titles.length, 0)

function partsOf(kinds: readonly TextsOfKind[], lead: 'expired' | 'soon', t: T): Part[] {
  if (kinds.length === 0) return []
  const lines = kinds.map(({ kind, titles }) => {
    const named = titles.slice(0, mostNamed).map(headerSafe)
    const rest = titles.length - named.length
    if (rest > 0) named.push(t('sheets.mail.more', { count: rest }))
    return paragraph(t('sheets.mail.kind', { kind, number: titles.length, titles: named.join(' · ') }))
  })
  return [paragraph(t(`sheets.alert.${lead}`, { count: countOf(kinds) })), ...lines]
}

/** Tells somebody of the team which texts have become hidden, and which soon will be. It names nobody, and holds titles that are public. */
export async function textsToVerify(props: TextsToVerifyProps, t: T): Promise<Mail> {
  const { expired, soon } = props
  const association = headerSafe(props.association)
  const [hidden, near] = [countOf(expired), countOf(soon)]
  const subject =
    hidden > 0 ? t('sheets.mail.expiredSubject', { count: hidden }) : t('sheets.mail.soonSubject', { count: near })
  return writeLetter(
    {
      locale: props.locale,
      subject,
      preview: t('sheets.alert.see'),
      association,
      title: subject,
      parts: [
        ...partsOf(expired, 'expired', t),
        ...partsOf(soon, 'soon', t),
        { kind: 'button', label: t('sheets.alert.see'), url: props.url },
        paragraph(t('sheets.mail.how')),
      ],
      footer: [paragraph(t('sheets.mail.automatic', { association }))],
    },
    t,
  )
}
