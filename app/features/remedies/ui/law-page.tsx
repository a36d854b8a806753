import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { LawList, type ShownLaw } from './law-list.tsx'

interface LawPageProps {
  campaign: { slug: string; title: string }
  laws: readonly ShownLaw[]
  /** Names of texts that are being verified again. */
  expired: readonly string[]
}

/** Every text that the letters rest on, code by code. */
export function LawPage({ campaign, laws, expired }: LawPageProps) {
  const t = useT()
  const home = `/${useLocale()}/${campaign.slug}/remedies`
  const codes = [...new Set(laws.map(({ content }) => content.code))]
  return (
    <Page
      width="wide"
      title={t('remedies.law.title')}
      kicker={<a href={home}>{t('remedies.page.title')}</a>}
      lead={<p>{t('remedies.law.lead')}</p>}
    >
      {codes.map((code, n) => (
        <Section key={code} id={`code-${n + 1}`} title={<span lang="fr">{code}</span>}>
          <LawList laws={laws.filter(({ content }) => content.code === code)} />
        </Section>
      ))}
      {expired.length > 0 && (
        <Section id="expired" title={t('remedies.page.expired')}>
          <ul>
            {expired.map((name) => (
              <li key={name} lang="fr">
                {name}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
