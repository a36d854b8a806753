import { OrganisationsLine } from '#app/features/organisations/ui/organisations-line.tsx'
import { PaperLine } from '#app/features/paper/ui/paper-line.tsx'

interface BesideTheCountProps {
  organisations: number
  onPaper: number
  /** Address of the campaign: `/fr/score`. */
  campaignPath: string
  /** Whether the campaign takes signatures. */
  open: boolean
}

/** Paper and organisations, under the number of people. */
export const BesideTheCount = ({ organisations, onPaper, ...campaign }: BesideTheCountProps) => (
  <>
    <PaperLine count={onPaper} {...campaign} />
    <OrganisationsLine count={organisations} {...campaign} />
  </>
)
