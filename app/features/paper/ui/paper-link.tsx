import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'

interface PaperLinkProps {
  count: number
  /** Address of the campaign: `/fr/score`. */
  campaignPath: string
}

/** How many on paper, with the way to the batches. Said beside the number of people, never added to it. */
export function PaperLink({ count, campaignPath }: PaperLinkProps) {
  const t = useT()
  const locale = useLocale()
  return <a href={`${campaignPath}/paper`}>{t('paper.line.count', { count, number: formatNumber(locale, count) })}</a>
}
