import { formatDay, formatNumber } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import type { FormState } from '#app/ui/form-answers.ts'
import { PanePair } from '#app/ui/pane-pair.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { Section } from '#app/ui/section.tsx'
import { Stats } from '#app/ui/stat.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { unwrap } from '#emails/plain-text.ts'
import type { RenewalFigures } from '../queries/renewal.server.ts'
import { renewalDays } from '../rules/renewal.ts'
import styles from './run.module.css'

interface SwitchProps {
  enabledAt: string | null
  figures: RenewalFigures
  maySet: boolean
  typed: FormState
}

/** What it does, in plain words, whom it concerns now, and the switch for owners. */
export function RenewalSwitch({ enabledAt, figures, maySet, typed }: SwitchProps) {
  const t = useT()
  const locale = useLocale()
  const number = (value: number) => formatNumber(locale, value)
  const perDay = Math.ceil(figures.old / renewalDays.spread)
  return (
    <Section id="switch" title={t('mailings.renewal.setting.what')}>
      <p>
        <StatusTag tone={enabledAt ? 'active' : 'stopped'}>
          {t(`mailings.renewal.setting.${enabledAt ? 'isOn' : 'isOff'}`)}
        </StatusTag>{' '}
        {enabledAt && t('mailings.renewal.setting.since', { day: formatDay(locale, new Date(enabledAt)) })}
      </p>
      <Prose>
        <p>{t('mailings.renewal.setting.why')}</p>
        <ul>
          <li>{t('mailings.renewal.setting.who')}</li>
          <li>{t('mailings.renewal.setting.when')}</li>
          <li>{t('mailings.renewal.setting.answer')}</li>
          <li>{t('mailings.renewal.setting.silence')}</li>
          <li>{t('mailings.renewal.setting.never')}</li>
        </ul>
        <p>
          {t('mailings.renewal.setting.concerns', {
            count: figures.old,
            number: number(figures.old),
            active: number(figures.active),
          })}
        </p>
        {!enabledAt && figures.old > 0 && (
          <p>
            {t('mailings.renewal.setting.spread', { count: perDay, number: number(perDay), days: renewalDays.spread })}
          </p>
        )}
      </Prose>
      {maySet ? <Switch isOn={enabledAt !== null} typed={typed} /> : <p>{t('mailings.renewal.setting.forOwners')}</p>}
    </Section>
  )
}

function Switch({ isOn, typed }: { isOn: boolean; typed: FormState }) {
  const t = useT()
  const error = typed.errors['understood']
  return (
    <form method="post" action="/admin/settings/yearly" noValidate>
      {isOn ? (
        <p className="hint">{t('mailings.renewal.setting.offMeans')}</p>
      ) : (
        <Check name="understood" label={t('mailings.renewal.setting.understood')} required error={error && t(error)} />
      )}
      <Button name="intent" value={isOn ? 'off' : 'on'} kind={isOn ? 'quiet' : 'primary'}>
        {t(`mailings.renewal.setting.${isOn ? 'turnOff' : 'turnOn'}`)}
      </Button>
    </form>
  )
}

const shown = ['kept', 'paused', 'left', 'ended', 'unreached'] as const

/** What came of it. */
export function RenewalFiguresPart({ figures: { open, outcomes } }: { figures: RenewalFigures }) {
  const t = useT()
  const locale = useLocale()
  const answers = shown.map((outcome) => ({
    label: t(`mailings.renewal.setting.outcomes.${outcome}`),
    value: formatNumber(locale, outcomes[outcome]),
  }))
  const asked = open + shown.reduce((sum, outcome) => sum + outcomes[outcome], 0)
  return (
    <Section id="answers" title={t('mailings.renewal.setting.answers')}>
      {asked === 0 ? (
        <p>{t('mailings.renewal.setting.nobodyAsked')}</p>
      ) : (
        <Stats items={[{ label: t('mailings.renewal.setting.open'), value: formatNumber(locale, open) }, ...answers]} />
      )}
    </Section>
  )
}

interface Letter {
  kind: string
  locale: string
  subject: string
}

interface LettersProps {
  letters: readonly (Letter & { text: string })[]
  texts: readonly (Letter & { body: string; since: Date | string })[]
}

/** The letters word for word: as they would go out now, and as they did. */
export function RenewalLetters({ letters, texts }: LettersProps) {
  const t = useT()
  const locale = useLocale()
  const pane = (kind: string, language: 'fr' | 'en') => {
    const letter = letters.find((one) => one.kind === kind && one.locale === language)
    return {
      title: t(`mailings.languages.${language}`),
      detail: letter && t('mailings.preview.subject', { subject: letter.subject }),
      children: (
        <pre className={styles.letter} lang={language}>
          {unwrap(letter?.text ?? '')}
        </pre>
      ),
    }
  }
  return (
    <Section
      id="letters"
      title={t('mailings.renewal.setting.letters')}
      intro={t('mailings.renewal.setting.lettersIntro')}
    >
      <div className={styles.letters}>
        {letters.length > 0 &&
          (['renewal', 'renewal-reminder'] as const).map((kind) => (
            <div key={kind}>
              <h3>{t(`mailings.renewal.setting.kinds.${kind}`)}</h3>
              <PanePair left={pane(kind, 'fr')} right={pane(kind, 'en')} />
            </div>
          ))}
        <h3>{t('mailings.renewal.setting.archive')}</h3>
        {texts.length === 0 && <p>{t('mailings.renewal.setting.noArchive')}</p>}
        {texts.map(({ kind, locale: language, subject, body, since }) => (
          <details key={`${kind}${language}${body}`}>
            <summary>
              {t('mailings.renewal.setting.archived', {
                day: formatDay(locale, new Date(since)),
                subject,
                language: t(`mailings.languages.${language === 'fr' ? 'fr' : 'en'}`),
              })}
            </summary>
            <pre className={styles.letter} lang={language}>
              {unwrap(body)}
            </pre>
          </details>
        ))}
      </div>
    </Section>
  )
}
