import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'

interface PaperLineProps {
  count: number
  /** Address of the campaign: `/fr/score`. */
  campaignPath: string
  /** Whether the campaign takes signatures. */
  open: boolean
}

/** Beside the number of people, never added to it. Nothing when there is none and none can come. */
export function PaperLine({ count, campaignPath, open }: PaperLineProps) {
  const t = useT()
  const locale = useLocale()
  if (count === 0 && !open) return null
  const text =
    count === 0 ? t('paper.line.collect') : t('paper.line.count', { count, number: formatNumber(locale, count) })
  return (
    <p className="small">
      <a href={`${campaignPath}/paper`}>{text}</a>
    </p>
  )
}
