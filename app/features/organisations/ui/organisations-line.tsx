import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'

interface OrganisationsLineProps {
  count: number
  /** Address of the campaign: `/fr/score`. */
  campaignPath: string
  /** Whether the campaign takes signatures. */
  open: boolean
}

/** Under the number of people, never added to it. Nothing when there is none and none can come. */
export function OrganisationsLine({ count, campaignPath, open }: OrganisationsLineProps) {
  const t = useT()
  const locale = useLocale()
  if (count === 0 && !open) return null
  const text =
    count === 0
      ? t('organisations.line.invite')
      : t('organisations.line.count', { count, number: formatNumber(locale, count) })
  return (
    <p className="small">
      <a href={`${campaignPath}/organisations${count === 0 ? '/sign' : ''}`}>{text}</a>
    </p>
  )
}
