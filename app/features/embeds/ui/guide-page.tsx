import type { ReactNode } from 'react'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { frameSize, shareImageSize } from '../rules/options.ts'
import { badgeSnippet, frameSnippet, imageSnippet, policySnippet, scriptSnippet } from '../rules/snippets.ts'
import styles from './guide.module.css'

interface GuidePageProps {
  campaign: { slug: string; title: string; association: string }
  /** Origin of this site. */
  site: string
}

/** For whoever has a site: codes to copy, what they look like, what they send. */
export function GuidePage({ campaign, site }: GuidePageProps) {
  const t = useT()
  const path = `/${useLocale()}/${campaign.slug}`
  return (
    <Page
      width="wide"
      kicker={<a href={path}>{campaign.title}</a>}
      title={t('embeds.guide.title')}
      lead={<p>{t('embeds.guide.lead')}</p>}
    >
      <p className="small">{t('embeds.guide.language')}</p>
      <FrameSection show="form" campaign={campaign} site={site}>
        <p>{t('embeds.guide.form.script', { address: `${site}/embed.js` })}</p>
        <p>{t('embeds.guide.form.frame')}</p>
      </FrameSection>
      <FrameSection show="counter" campaign={campaign} site={site} />
      <PictureSections campaign={campaign} site={site} />
      <SentSection association={campaign.association} site={site} />
      <Section id="policy" title={t('embeds.guide.policy.title')} intro={t('embeds.guide.policy.intro')}>
        <Code id="policy-code" label={t('embeds.guide.policy.code')} code={policySnippet(site)} />
        <p className="prose">{t('embeds.guide.sandbox')}</p>
      </Section>
      <Section id="tools" title={t('embeds.guide.wordpress.title')}>
        <div className="prose">
          <p>{t('embeds.guide.wordpress.paste')}</p>
          <p>{t('embeds.guide.wordpress.boxed')}</p>
        </div>
      </Section>
      <p>
        <a href={`${path}/share`}>{t('embeds.guide.toShare')}</a>
      </p>
    </Page>
  )
}

/** A code that anyone can select; a script adds a button to copy it. */
function Code({ id, label, code }: { id: string; label: string; code: string }) {
  const t = useT()
  return (
    <div className={`field ${styles.code}`}>
      <label htmlFor={id}>{label}</label>
      <textarea id={id} readOnly rows={5} spellCheck={false} value={code} />
      <p>
        <Button type="button" kind="quiet" data-copy={`#${id}`} data-copied={t('embeds.guide.copied')} hidden>
          {t('embeds.guide.copy')}
          <span className="visually-hidden"> – {label}</span>
        </Button>
      </p>
    </div>
  )
}

function Beside({ codes, preview }: { codes: ReactNode; preview: ReactNode }) {
  const t = useT()
  return (
    <div className={styles.beside}>
      <div>{codes}</div>
      <figure>
        <figcaption className="small">{t('embeds.guide.preview')}</figcaption>
        {preview}
      </figure>
    </div>
  )
}

type FrameSectionProps = GuidePageProps & { show: 'form' | 'counter'; children?: ReactNode }

function FrameSection({ show, campaign: { slug, title }, site, children }: FrameSectionProps) {
  const t = useT()
  const locale = useLocale()
  const name = t(show === 'form' ? 'embeds.frame.title' : 'embeds.frame.counterTitle', { title })
  const framed = { site, slug, locale, show, title: name }
  return (
    <Section id={show} title={t(`embeds.guide.${show}.title`)} intro={t(`embeds.guide.${show}.intro`)}>
      <Beside
        codes={
          <>
            <Code id={`${show}-script`} label={t('embeds.guide.code')} code={scriptSnippet(framed)} />
            <Code id={`${show}-frame`} label={t('embeds.guide.codeFrame')} code={frameSnippet(framed)} />
            <div className="prose">{children}</div>
          </>
        }
        preview={
          <iframe
            className={styles.frame}
            src={`/embed/${slug}?locale=${locale}${show === 'counter' ? '&show=counter' : ''}`}
            title={name}
            height={frameSize[show].height}
            loading="lazy"
          />
        }
      />
    </Section>
  )
}

function PictureSections({ campaign: { slug, title, association }, site }: GuidePageProps) {
  const t = useT()
  const locale = useLocale()
  const badge = t('embeds.guide.badge.alt', { title })
  const image = t('embeds.image.alt', { title, association })
  const of = { site, slug, locale }
  return (
    <>
      <Section id="badge" title={t('embeds.guide.badge.title')} intro={t('embeds.guide.badge.intro')}>
        <Beside
          codes={<Code id="badge-code" label={t('embeds.guide.code')} code={badgeSnippet({ ...of, title: badge })} />}
          preview={<img className={styles.picture} src={`/badge/${slug}.svg?locale=${locale}`} alt={badge} />}
        />
      </Section>
      <Section id="image" title={t('embeds.guide.image.title')} intro={t('embeds.guide.image.intro')}>
        <Beside
          codes={<Code id="image-code" label={t('embeds.guide.code')} code={imageSnippet({ ...of, title: image })} />}
          preview={
            <img
              className={styles.picture}
              src={`/og/${slug}.png?locale=${locale}`}
              {...shareImageSize}
              alt={image}
              loading="lazy"
            />
          }
        />
      </Section>
    </>
  )
}

function SentSection({ association, site }: { association: string; site: string }) {
  const t = useT()
  return (
    <Section id="sent" title={t('embeds.guide.sent.title')}>
      <ul className={`prose ${styles.points}`}>
        <li>{t('embeds.guide.sent.nothing', { site })}</li>
        <li>{t('embeds.guide.sent.page')}</li>
        <li>{t('embeds.guide.sent.network')}</li>
        <li>{t('embeds.guide.sent.form', { association })}</li>
      </ul>
    </Section>
  )
}
