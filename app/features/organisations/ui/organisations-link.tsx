import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'

interface OrganisationsLinkProps {
  count: number
  /** Address of the campaign: `/fr/score`. */
  campaignPath: string
}

/** How many organisations, with the way to them. Said beside the number of people, never added to it. */
export function OrganisationsLink({ count, campaignPath }: OrganisationsLinkProps) {
  const t = useT()
  const locale = useLocale()
  return (
    <a href={`${campaignPath}/organisations`}>
      {t('organisations.line.count', { count, number: formatNumber(locale, count) })}
    </a>
  )
}
