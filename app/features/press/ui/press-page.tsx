import type { ReactNode } from 'react'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PrintedSource, type Source } from '#app/ui/printed-source.tsx'
import { Section } from '#app/ui/section.tsx'
import type { PressFigures, PressTexts } from '../queries/press-kit.server.ts'
import { OfficialPetitions, Representatives } from './channel-sections.tsx'
import { KeyFigures } from './key-figures.tsx'
import { Contact, Texts, Voices, type PressQuote } from './kit-sections.tsx'
import styles from './press.module.css'

interface PressPageProps extends PressTexts {
  slug: string
  title: string
  figures: PressFigures
  quotes: readonly PressQuote[]
  answersTo: (quote: PressQuote) => ReactNode
  letter: string | null
  barometer: boolean
  source: Source
}

/** Everything a newsroom or an ally needs, on one page that also prints. */
export function PressPage(props: PressPageProps) {
  const { slug, title, texts, channels, figures, quotes, answersTo, letter, barometer, source } = props
  const t = useT()
  const here = `/${useLocale()}/${slug}`
  return (
    <Page width="wide" kicker={<a href={here}>{title}</a>} title={t('press.title')} lead={<p>{t('press.lead')}</p>}>
      <div className={styles.download}>
        <ButtonLink href={`${here}/press.zip`}>{t('press.zip')}</ButtonLink>
        <SmallPrint>{t('press.zipHint')}</SmallPrint>
        <SmallPrint>{t('press.print')}</SmallPrint>
      </div>
      <KeyFigures figures={figures} here={here} />
      <Texts {...texts} />
      <Voices {...{ quotes, here, answersTo }} />
      <Images slug={slug} here={here} />
      <Contact {...texts} />
      <OfficialPetitions {...channels} />
      <Representatives {...channels} departments={figures.departments} {...{ here, letter, barometer }} />
      <PrintedSource {...source} />
    </Page>
  )
}

function Images({ slug, here }: { slug: string; here: string }) {
  const t = useT()
  const locale = useLocale()
  const badge = `/badge/${slug}.svg?locale=${locale}`
  const links: readonly (readonly [string, string])[] = [
    [`/og/${slug}.png?locale=${locale}`, t('press.images.share')],
    [badge, t('press.images.badge')],
    [`${here}/poster`, t('press.images.poster')],
    [`${here}/paper.pdf`, t('press.images.sheet')],
    [`${here}/embed`, t('press.images.embed')],
  ]
  return (
    <Section id="images" title={t('press.images.title')}>
      {/* The drawn badge: the share picture alone weighs as much as the page, and is one link further. */}
      <img className={styles.picture} src={badge} alt={t('press.images.alt')} loading="lazy" />
      <ul className={styles.links}>
        {links.map(([href, label]) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </Section>
  )
}
