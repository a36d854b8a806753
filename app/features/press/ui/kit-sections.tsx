import type { ReactNode } from 'react'
import { BeingVerified, Verified } from '#app/features/sheets/ui/verified.tsx'
import type { Sheet } from '#app/features/sheets/schema.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Perishable } from '#app/ui/perishable.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Section } from '#app/ui/section.tsx'
import { Redacted } from '#app/ui/voice.tsx'
import type { PressTexts } from '../queries/press-kit.server.ts'
import type { PressContent } from '../schema.ts'
import styles from './press.module.css'

/** A text with its paragraphs. */
export const Paragraphs = ({ text }: { text: string }) =>
  text.split(/\n{2,}/).map((paragraph, place) => <p key={place}>{paragraph}</p>)

function Block({ content, verifiedOn, version, publishedOn }: Sheet<PressContent>) {
  const { title, text } = content[useLocale()]
  return (
    <article className={styles.block}>
      <h3>{title}</h3>
      <div className={content.role === 'boilerplate' ? styles.copy : undefined}>
        <Paragraphs text={text} />
      </div>
      {content.email && (
        <p>
          <a className={styles.open} href={`mailto:${content.email}`}>
            {content.email}
          </a>
        </p>
      )}
      {content.phone && (
        <p>
          <a className={styles.open} href={`tel:${content.phone.replace(/[^+\d]/g, '')}`}>
            {content.phone}
          </a>
        </p>
      )}
      <Verified {...{ verifiedOn, version, publishedOn }} />
    </article>
  )
}

/** What may be read and copied; in place of a text that is being verified again, that it is. */
export function Texts({ current, expired }: PressTexts['texts']) {
  const t = useT()
  const locale = useLocale()
  const shown = current.filter(({ content }) => content.role === 'text')
  const boilerplate = current.filter(({ content }) => content.role === 'boilerplate')
  return (
    <>
      {shown.length + expired.length > 0 && (
        <Section id="texts" title={t('press.texts')}>
          <div className={styles.kit}>
            {shown.map((sheet) => (
              <Block key={sheet.id} {...sheet} />
            ))}
            {expired.map(({ slug, title, checkBy }) => (
              <article className={styles.block} key={slug}>
                <h3>{title[locale]}</h3>
                <BeingVerified checkBy={checkBy} />
              </article>
            ))}
          </div>
        </Section>
      )}
      {boilerplate.length > 0 && (
        <Section id="boilerplate" title={t('press.boilerplate')}>
          <div className={styles.kit}>
            {boilerplate.map((sheet) => (
              <Block key={sheet.id} {...sheet} />
            ))}
          </div>
        </Section>
      )}
    </>
  )
}

export function Contact({ current }: Pick<PressTexts['texts'], 'current'>) {
  const t = useT()
  const contacts = current.filter(({ content }) => content.role === 'contact')
  return (
    <Section id="contact" title={t('press.contact.title')}>
      {contacts.length === 0 ? (
        <p>{t('press.contact.none')}</p>
      ) : (
        <div className={styles.kit}>
          {contacts.map((sheet) => (
            <Block key={sheet.id} {...sheet} />
          ))}
        </div>
      )}
    </Section>
  )
}

export interface PressQuote {
  id: string
  locale: string
  quote: string
  credit: string
}

interface VoicesProps {
  quotes: readonly PressQuote[]
  here: string
  /** What answers a sentence, under it. */
  answersTo: (quote: PressQuote) => ReactNode
}

/** Some sentences of those who agreed to the press using them; all of them are on their page, where they can be contested. */
export function Voices({ quotes, here, answersTo }: VoicesProps) {
  const t = useT()
  return (
    <Section id="quotes" title={t('press.quotes.title')} intro={t('press.quotes.intro')}>
      {quotes.length === 0 ? (
        <Empty title={t('press.quotes.none')}>
          <p>{t('press.quotes.noneHint')}</p>
        </Empty>
      ) : (
        <>
          <Perishable>
            <ul className={styles.quotes}>
              {quotes.map((one) => {
                const { id, locale, quote, credit } = one
                return (
                  <li key={id}>
                    <figure>
                      <blockquote lang={locale}>
                        <Redacted text={quote} />
                      </blockquote>
                      <figcaption>{credit}</figcaption>
                    </figure>
                    {answersTo(one)}
                  </li>
                )
              })}
            </ul>
          </Perishable>
          <p>
            <a className={styles.open} href={`${here}/testimonies/quotes`}>
              {t('press.quotes.all')}
            </a>
          </p>
        </>
      )}
    </Section>
  )
}
