import { Verified } from '#app/features/sheets/ui/verified.tsx'
import type { Sheet } from '#app/features/sheets/schema.ts'
import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Paragraphs } from '#app/ui/paragraphs.tsx'
import { Section } from '#app/ui/section.tsx'
import type { PressFigures, PressTexts } from '../queries/press-kit.server.ts'
import type { ChannelContent } from '../schema.ts'
import { AwayUntilVerified } from './away-until-verified.tsx'
import { PlaceTable } from './place-table.tsx'
import styles from './press.module.css'

const hostOf = (url: string) => new URL(url).host

function Channel({ content, verifiedOn, version, publishedOn }: Sheet<ChannelContent>) {
  const t = useT()
  const locale = useLocale()
  const { name, who, threshold, asks, follows, how } = content[locale]
  const { url, petitionUrl, supports, supportsOn } = content
  const said = { who, threshold, asks, follows, how }
  return (
    <article className={styles.channel}>
      <h3>{name}</h3>
      <dl className={styles.facts}>
        {(['who', 'threshold', 'asks', 'follows', 'how'] as const).map((part) => (
          <div key={part}>
            <dt>{t(`press.channels.${part}`)}</dt>
            <dd>
              <Paragraphs text={said[part]} />
            </dd>
          </div>
        ))}
      </dl>
      {supports !== '' && supportsOn !== '' && (
        <p>
          {t('press.channels.supports', {
            count: supports,
            number: formatNumber(locale, supports),
            day: formatDay(locale, supportsOn),
          })}
        </p>
      )}
      <ul className={styles.links}>
        {petitionUrl && (
          <li>
            <a href={petitionUrl} rel="noreferrer">
              {t('press.channels.petition')}
            </a>
          </li>
        )}
        <li>
          <a href={url} rel="noreferrer">
            {t('press.channels.open', { host: hostOf(url) })}
          </a>
        </li>
      </ul>
      <Verified {...{ verifiedOn, version, publishedOn }} />
    </article>
  )
}

type Channels = PressTexts['channels']

/** The conditions of each official petition. Nothing here passes a signature on, and it says so. */
export function OfficialPetitions({ current, expired }: Channels) {
  const t = useT()
  const petitions = current.filter(({ content }) => content.kind === 'petition')
  const away = expired.filter(({ part }) => part === 'petition')
  return (
    <Section id="channels" title={t('press.channels.title')} intro={t('press.channels.intro')}>
      {petitions.length + away.length === 0 && <p>{t('press.channels.none')}</p>}
      <div className={styles.channels}>
        {petitions.map((sheet) => (
          <Channel key={sheet.id} {...sheet} />
        ))}
        <AwayUntilVerified sheets={away} />
      </div>
    </Section>
  )
}

interface RepresentativesProps extends Channels {
  departments: PressFigures['departments']
  here: string
  /** The letter to members of parliament, where the campaign has it. */
  letter: string | null
  /** The campaign has a barometer. */
  barometer: boolean
}

/** How to write to those who represent: the directory of the institution itself, a letter to begin with, a figure of one's own place. */
export function Representatives({ current, expired, departments, here, letter, barometer }: RepresentativesProps) {
  const t = useT()
  const directories = current.filter(({ content }) => content.kind === 'representatives')
  const away = expired.filter(({ part }) => part === 'representatives')
  if (directories.length + away.length === 0 && !letter) return null
  return (
    <Section id="representatives" title={t('press.mp.title')} intro={t('press.mp.intro')}>
      {letter && (
        <p>
          <a className={styles.open} href={`${here}/remedies/${letter}`}>
            {t('press.mp.letter')}
          </a>
        </p>
      )}
      <h3 className={styles.under}>{t('press.mp.steps')}</h3>
      <ol className={styles.steps}>
        <li>{t('press.mp.find')}</li>
        <li>{t('press.mp.call')}</li>
        <li>{t('press.mp.write')}</li>
        {barometer && (
          <li>
            <a href={`${here}/remedies/barometer#report`}>{t('press.mp.tell')}</a>
          </li>
        )}
      </ol>
      <div className={styles.channels}>
        {directories.map((sheet) => (
          <Channel key={sheet.id} {...sheet} />
        ))}
        <AwayUntilVerified sheets={away} />
      </div>
      <PlaceTable
        departments={departments}
        directory={directories[0]?.content.url ?? null}
        letter={letter && `${here}/remedies/${letter}`}
      />
    </Section>
  )
}
