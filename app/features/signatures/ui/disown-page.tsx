import { useT } from '#app/i18n/use-t.tsx'
import { Disowning } from '#app/ui/disowning.tsx'
import type { Disownable } from '../queries/disowned.server.ts'

interface DisownPageProps {
  state: Disownable['state']
  /** What was signed. */
  campaign: string
  campaignHref: string | null
}

/** For whoever got a mail about a signature that is not theirs. */
export function DisownPage({ state, campaign, campaignHref }: DisownPageProps) {
  const t = useT()
  const asks = (first: 'willUncount' | 'willDelete') => ({
    consequences: ([first, 'willEndNews', 'willBlock'] as const).map((what) => t(`signatures.notMe.${what}`)),
    button: t('signatures.notMe.button'),
  })
  const title = t('signatures.notMe.title')
  const said = {
    waiting: { title, lead: t('signatures.notMe.waiting', { campaign }), asks: asks('willDelete') },
    counted: { title, lead: t('signatures.notMe.counted', { campaign }), asks: asks('willUncount') },
    blocked: {
      title: t('signatures.notMe.blockedTitle'),
      lead: t('signatures.notMe.blocked'),
      allow: t('signatures.notMe.allow'),
    },
    gone: { title: t('signatures.notMe.goneTitle'), lead: t('signatures.notMe.gone') },
  }[state]
  return <Disowning {...said} campaignHref={campaignHref} />
}
