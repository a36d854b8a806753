import { formatDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/t.ts'
import { headerSafe } from './header-safe.ts'
import { type Mail, type Part, writeLetter } from './letter.tsx'

export type ResponseDueProps = {
  locale: Locale
  /** `soon`: the day is near. `silent`: it has passed, and nothing was published. */
  kind: 'soon' | 'silent'
  association: string
  campaign: string
  /** Days, `YYYY-MM-DD`. */
  deliveredOn: string
  dueOn: string
  /** Of the delivery in the back office: it opens for whoever is signed in. */
  url: string
}

const paragraph = (text: string): Part => ({ kind: 'paragraph', text })

/** Reminds somebody of the team of an answer that is due. It names nobody, and holds nothing that is not public. */
export async function responseDue(props: ResponseDueProps, t: T): Promise<Mail> {
  const { locale, kind } = props
  const [association, campaign] = [headerSafe(props.association), headerSafe(props.campaign)]
  const day = formatDay(locale, props.dueOn)
  const subject = t(`clock.mail.${kind}Subject`, { day })
  return writeLetter(
    {
      locale,
      subject,
      preview: campaign,
      association,
      title: subject,
      parts: [
        paragraph(t(`clock.mail.${kind}`, { day, campaign, delivered: formatDay(locale, props.deliveredOn) })),
        { kind: 'button', label: t('clock.mail.open'), url: props.url },
      ],
      footer: [paragraph(t('clock.mail.automatic', { association }))],
    },
    t,
  )
}
