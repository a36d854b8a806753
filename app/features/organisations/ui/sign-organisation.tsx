import type { ReactNode } from 'react'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FileField, TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type Answers, type FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import type { CountryChoice } from '../places.ts'
import { longest } from '../schema.ts'
import styles from './organisations.module.css'
import { SpellingFields } from './spelling-fields.tsx'

interface SignOrganisationState extends FormState {
  /** A logo came with the form: no browser sends it a second time. */
  logoSent?: boolean
}

interface SignOrganisationProps {
  campaign: { slug: string; title: string; open: boolean; textVersion: number; consent: string }
  countries: readonly CountryChoice[]
  state: SignOrganisationState
}

const order = [
  'name',
  'kind',
  'scope',
  'town',
  'country',
  'website',
  'logo',
  'personName',
  'personRole',
  'email',
  'mandate',
]

/** The form of an organisation, with the text that it signs in sight. Nothing is ticked in advance. */
export function SignOrganisation({ campaign, countries, state }: SignOrganisationProps) {
  const t = useT()
  const locale = useLocale()
  const here = `/${locale}/${campaign.slug}`
  const answers = useAnswers(state)
  const wrong = useErrorList(state, order)
  return (
    <Page
      kicker={<a href={`${here}/organisations`}>{t('organisations.form.back')}</a>}
      title={t('organisations.form.title')}
      lead={<p>{t('organisations.form.lead')}</p>}
    >
      {campaign.open ? (
        <form
          method="post"
          action={`${here}/organisations/sign`}
          encType="multipart/form-data"
          noValidate
          aria-label={t('organisations.form.label')}
        >
          <ErrorSummary errors={wrong} />
          <input type="hidden" name="textVersion" value={campaign.textVersion} />
          <p className={styles.text}>
            {t('organisations.form.text', { version: campaign.textVersion })}{' '}
            <a href={`${here}#text`}>{campaign.title}</a>
          </p>
          <fieldset className="field">
            <legend>{t('organisations.form.organisation')}</legend>
            <SpellingFields answers={answers} countries={countries} />
            <LogoField answers={answers} again={state.logoSent === true} />
          </fieldset>
          <Person {...{ answers, locale }} ticked={state.values.mandate === 'on'}>
            <News consent={campaign.consent} ticked={state.values.news === 'on'} />
          </Person>
          <Button wide>{t('organisations.form.send')}</Button>
          <SmallPrint>{t('organisations.form.promise')}</SmallPrint>
        </form>
      ) : (
        <Notice title={t('organisations.list.closed')} />
      )}
    </Page>
  )
}

interface PersonProps {
  answers: Answers
  locale: string
  ticked: boolean
  /** What they may ask for besides. */
  children: ReactNode
}

function Person({ answers, locale, ticked, children }: PersonProps) {
  const t = useT()
  const mandate = (
    <>
      {t('organisations.form.mandate')} <a href={`/${locale}/privacy`}>{t('organisations.form.privacy')}</a>
    </>
  )
  return (
    <fieldset className="field">
      <legend>{t('organisations.form.person')}</legend>
      <p className="hint">{t('organisations.form.personHint')}</p>
      <TextField
        {...answers('personName')}
        label={t('organisations.form.personName')}
        autoComplete="name"
        required
        maxLength={longest.person}
      />
      <TextField
        {...answers('personRole')}
        label={t('organisations.form.personRole')}
        hint={t('organisations.form.personRoleHint')}
        autoComplete="organization-title"
        required
        maxLength={longest.person}
      />
      <TextField
        {...answers('email')}
        type="email"
        label={t('organisations.form.email')}
        hint={t('organisations.form.emailHint')}
        autoComplete="email"
        required
        after={
          <p
            className="hint"
            aria-live="polite"
            data-address-hint={t('organisations.form.did', { address: '{address}' })}
          />
        }
      />
      <Check name="mandate" label={mandate} required error={answers('mandate').error} defaultChecked={ticked} />
      {children}
    </fieldset>
  )
}

/** A yes of its own, beside what the campaign says such a yes means. */
function News({ consent, ticked }: { consent: string; ticked: boolean }) {
  const t = useT()
  return (
    <>
      <Check
        name="news"
        label={t('organisations.form.news')}
        hint={t('organisations.form.newsHint')}
        defaultChecked={ticked}
      />
      <details className={styles.means}>
        <summary>{t('organisations.form.consentMeans')}</summary>
        {consent.split(/\n\s*\n/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </details>
    </>
  )
}

/** A browser never sends a chosen file back: whoever has to correct something is told to choose it again. */
function LogoField({ answers, again }: { answers: Answers; again: boolean }) {
  const t = useT()
  return (
    <FileField
      {...answers('logo')}
      label={t('organisations.form.logo')}
      hint={
        <>
          {t('organisations.form.logoHint')}
          {again && <strong> {t('organisations.form.logoAgain')}</strong>}
        </>
      }
      accept="image/png,image/jpeg,image/webp"
    />
  )
}
