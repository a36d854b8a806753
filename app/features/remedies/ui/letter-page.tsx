import type { ReactNode } from 'react'
import type { Sheet } from '#app/features/sheets/schema.ts'
import { Verified } from '#app/features/sheets/ui/verified.tsx'
import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Page } from '#app/ui/page.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { addresseeInWords, ledParagraphs } from '../rules/letter-list.ts'
import type { LetterContent } from '../schema.ts'
import { LawList, type ShownLaw } from './law-list.tsx'
import { LetterMaker } from './letter-maker.tsx'
import { NotAdvice } from './not-advice.tsx'
import { Part } from './part.tsx'
import styles from './remedies.module.css'

interface Correction {
  version: number
  publishedOn: string
  note: { fr: string; en: string }
}

export interface LetterPageProps {
  campaign: { slug: string; title: string }
  sheet: Pick<Sheet<LetterContent>, 'slug' | 'content' | 'version' | 'verifiedOn' | 'publishedOn'>
  laws: readonly ShownLaw[]
  /** How many of its texts of law are being verified again. */
  lawsAway: number
  next: readonly { slug: string; title: string }[]
  /** What changed since the first version, the newest first. */
  corrections: readonly Correction[]
  /** The days can be counted on a page of their own. */
  calculator?: boolean
  /** Where somebody says whether an answer came. */
  answers?: ReactNode
}

/** One letter: what it is for, its French words, what each part says, what it rests on, what comes after. */
export function LetterPage(props: LetterPageProps) {
  const { campaign, sheet, next, laws, lawsAway, answers } = props
  const t = useT()
  const locale = useLocale()
  const campaignPath = `/${locale}/${campaign.slug}`
  const { content, slug } = sheet
  return (
    <Page
      width="wide"
      title={content[locale].title}
      kicker={<a href={`${campaignPath}/remedies`}>{t('remedies.page.title')}</a>}
      lead={
        <>
          <Paragraphs text={content[locale].purpose} />
          {content.form === 'letter' && (
            <p>
              <a href="#letter">{t('remedies.letter.jump')}</a>
            </p>
          )}
        </>
      }
    >
      <NotAdvice>
        <Verified {...sheet} />
      </NotAdvice>
      {content.form === 'letter' && <Letter {...props} />}
      <Part id="after" title={t(content.form === 'card' ? 'remedies.letter.instead' : 'remedies.letter.after')}>
        <div className="prose">
          <Paragraphs text={content[locale].after} />
          {next.length > 0 && (
            <NextLetters next={next} home={`${campaignPath}/remedies`} card={content.form === 'card'} />
          )}
        </div>
        {answers}
      </Part>
      <Part id="law" title={t('remedies.letter.law')}>
        <LawList laws={laws} />
        <div className={styles.later}>
          {lawsAway > 0 && <p>{t('remedies.letter.lawsAway', { count: lawsAway })}</p>}
          <p>
            <a href={`${campaignPath}/remedies/law`}>{t('remedies.law.link')}</a>
          </p>
        </div>
      </Part>
      <Corrections {...props} key={slug} />
    </Page>
  )
}

function NextLetters({ next, home, card }: { next: LetterPageProps['next']; home: string; card: boolean }) {
  const t = useT()
  return (
    <>
      <p>{t(card ? 'remedies.letter.useThese' : 'remedies.letter.next')}</p>
      <ul>
        {next.map(({ slug, title }) => (
          <li key={slug}>
            <a href={`${home}/${slug}`}>{title}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Whom it goes to, by when and with what; then the letter, and in the English page what each part of it says. */
function Letter({ campaign, sheet: { content, slug }, calculator }: LetterPageProps) {
  const t = useT()
  const locale = useLocale()
  const campaignPath = `/${locale}/${campaign.slug}`
  const addressee =
    locale === 'fr' ? addresseeInWords(content.fr.addressee, t('remedies.letter.or')) : content.en.addressee
  return (
    <>
      <Part id="before" title={t('remedies.letter.before')}>
        <dl className={styles.facts}>
          <Fact term={t('remedies.letter.to')}>{addressee}</Fact>
          <Fact term={t('remedies.letter.when')}>
            <Deadlines {...{ content, campaignPath, calculator }} />
          </Fact>
          <Fact term={t('remedies.letter.enclose')}>
            <Enclosures content={content} />
          </Fact>
          <Fact term={t('remedies.letter.how')}>{t('remedies.letter.howKept')}</Fact>
        </dl>
      </Part>
      <section className="section" id="letter" aria-labelledby="letter-title">
        <h2 id="letter-title">{t('remedies.letter.title')}</h2>
        {locale === 'en' && (
          <p className="section-intro" data-aside="">
            {t('remedies.letter.inFrench')}
          </p>
        )}
        <div className={styles.pair}>
          {locale === 'en' && <Explanation text={content.en.explanation} />}
          <div>
            <LetterMaker slug={slug} letter={content} campaignPath={campaignPath} />
          </div>
        </div>
      </section>
    </>
  )
}

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)

function Explanation({ text }: { text: string }) {
  const t = useT()
  return (
    <div className={styles.beside} data-aside="">
      <h3>{t('remedies.letter.explained')}</h3>
      {ledParagraphs(text).map(({ lead, rest }, n) => (
        <p key={n}>
          {lead && <strong>{lead}</strong>} {rest}
        </p>
      ))}
    </div>
  )
}

type Told = { content: LetterContent; campaignPath: string; calculator: boolean | undefined }

function Deadlines({ content: { deadlines }, campaignPath, calculator }: Told) {
  const t = useT()
  const locale = useLocale()
  if (deadlines.length === 0) return t('remedies.letter.noDeadline')
  return (
    <>
      {deadlines.map((one) => (
        <p key={one.rule}>{one[locale]}</p>
      ))}
      <p>
        {t('remedies.letter.indicative')}{' '}
        {calculator && <a href={`${campaignPath}/remedies/deadlines`}>{t('remedies.letter.calculate')}</a>}
      </p>
    </>
  )
}

function Enclosures({ content: { enclosures } }: { content: LetterContent }) {
  const t = useT()
  const locale = useLocale()
  return (
    <>
      {enclosures.map((one) => (
        <p key={one.fr}>{one[locale]}</p>
      ))}
      <p>{t('remedies.letter.noIdentity')}</p>
    </>
  )
}

function Corrections({ corrections }: LetterPageProps) {
  const t = useT()
  const locale = useLocale()
  if (corrections.length === 0) return null
  return (
    <Part id="changes" title={t('remedies.letter.changes')}>
      <ul>
        {corrections.map(({ version, publishedOn, note }) => (
          <li key={version}>
            {formatDay(locale, publishedOn)} · {note[locale]}
          </li>
        ))}
      </ul>
    </Part>
  )
}
