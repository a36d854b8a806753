import { OrganisationsLink } from '#app/features/organisations/ui/organisations-link.tsx'
import { PaperLink } from '#app/features/paper/ui/paper-link.tsx'
import { useT } from '#app/i18n/use-t.tsx'

interface BesideTheCountProps {
  organisations: number
  onPaper: number
  /** Address of the campaign: `/fr/score`. */
  campaignPath: string
}

/** Paper and organisations, beside the number of people. Nothing when there is neither. */
export function BesideTheCount({ organisations, onPaper, campaignPath }: BesideTheCountProps) {
  if (organisations + onPaper === 0) return null
  return (
    <p className="small">
      {onPaper > 0 && <PaperLink count={onPaper} campaignPath={campaignPath} />}
      {onPaper > 0 && organisations > 0 && ' · '}
      {organisations > 0 && <OrganisationsLink count={organisations} campaignPath={campaignPath} />}
    </p>
  )
}

/** For those who do not sign by this form: a sheet of paper, an organisation. */
export function OtherWays({ campaignPath }: { campaignPath: string }) {
  const t = useT()
  return (
    <p className="small">
      <a href={`${campaignPath}/paper`}>{t('paper.line.collect')}</a> ·{' '}
      <a href={`${campaignPath}/organisations/sign`}>{t('organisations.line.invite')}</a>
    </p>
  )
}
