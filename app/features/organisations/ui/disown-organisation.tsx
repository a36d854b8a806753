import { useT } from '#app/i18n/use-t.tsx'
import { Disowning } from '#app/ui/disowning.tsx'

interface DisownOrganisationProps {
  state: 'waiting' | 'blocked' | 'gone'
  campaign: string
  campaignHref: string | null
}

/** For whoever is asked to confirm for an organisation and does not represent it. */
export function DisownOrganisation({ state, campaign, campaignHref }: DisownOrganisationProps) {
  const t = useT()
  const said = {
    waiting: {
      title: t('signatures.notMe.title'),
      lead: t('organisations.notMe.waiting', { campaign }),
      asks: {
        consequences: [t('organisations.notMe.willDelete'), t('signatures.notMe.willBlock')],
        button: t('organisations.notMe.button'),
      },
    },
    blocked: {
      title: t('signatures.notMe.blockedTitle'),
      lead: t('organisations.notMe.blocked'),
      allow: t('organisations.notMe.allow'),
    },
    gone: { title: t('organisations.notMe.goneTitle'), lead: t('organisations.notMe.gone') },
  }[state]
  return <Disowning {...said} campaignHref={campaignHref} />
}
