import type { ReactNode } from 'react'
import { Verified } from '#app/features/sheets/ui/verified.tsx'
import type { Sheet } from '#app/features/sheets/schema.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Perishable } from '#app/ui/perishable.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { Section } from '#app/ui/section.tsx'
import { Redacted } from '#app/ui/voice.tsx'
import type { PressTexts } from '../queries/press-kit.server.ts'
import type { PressContent } from '../schema.ts'
import { AwayUntilVerified } from './away-until-verified.tsx'
import styles from './press.module.css'

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

type Kit = PressTexts['texts']
type Role = PressContent['role']

/** What there is of a heading: what is shown, and what is being verified again. */
const under = (role: Role, { current, expired }: Kit) => ({
  shown: current.filter(({ content }) => content.role === role),
  away: expired.filter(({ part }) => part === role),
})

function Blocks({ shown, away }: ReturnType<typeof under>) {
  return (
    <div className={styles.kit}>
      {shown.map((sheet) => (
        <Block key={sheet.id} {...sheet} />
      ))}
      <AwayUntilVerified sheets={away} />
    </div>
  )
}

/** What may be read and copied; in place of a text that is being verified again, that it is. */
export function Texts(texts: Kit) {
  const t = useT()
  const [toRead, toCopy] = [under('text', texts), under('boilerplate', texts)]
  return (
    <>
      {toRead.shown.length + toRead.away.length > 0 && (
        <Section id="texts" title={t('press.texts')}>
          <Blocks {...toRead} />
        </Section>
      )}
      {toCopy.shown.length + toCopy.away.length > 0 && (
        <Section id="boilerplate" title={t('press.boilerplate')}>
          <Blocks {...toCopy} />
        </Section>
      )}
    </>
  )
}

export function Contact(texts: Kit) {
  const t = useT()
  const contacts = under('contact', texts)
  return (
    <Section id="contact" title={t('press.contact.title')}>
      {contacts.shown.length + contacts.away.length === 0 ? <p>{t('press.contact.none')}</p> : <Blocks {...contacts} />}
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
