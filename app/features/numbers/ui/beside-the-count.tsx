import { OrganisationsLink } from '#app/features/organisations/ui/organisations-link.tsx'
import { PaperLink } from '#app/features/paper/ui/paper-link.tsx'
import { formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'

interface BesideTheCountProps {
  organisations: number
  onPaper: number
  /** Address of the campaign: `/fr/score`. */
  campaignPath: string
  /** Whom files of other tools brought, and who has not confirmed. */
  imported?: readonly { source: string; people: number }[]
}

/** Paper, organisations and people of other tools, beside the number of people. Nothing when there is none of them. */
export function BesideTheCount({ imported = [], ...beside }: BesideTheCountProps) {
  return (
    <>
      <PaperAndOrganisations {...beside} />
      {imported.map((one) => (
        <Imported key={one.source} {...one} />
      ))}
    </>
  )
}

function Imported({ source, people }: { source: string; people: number }) {
  const t = useT()
  const locale = useLocale()
  return <p className="small">{t('imports.apart', { count: people, number: formatNumber(locale, people), source })}</p>
}

function PaperAndOrganisations({ organisations, onPaper, campaignPath }: BesideTheCountProps) {
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
