import type { ReactNode } from 'react'
import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { CheckOptions, RadioGroup } from '#app/ui/check.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Page } from '#app/ui/page.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { newsScopes, newsWishes, type Preferences } from '../rules/preferences.ts'
import type { ShownStanding } from '../rules/standing.ts'
import { LeavingReasonField } from './leaving-reason.tsx'
import { NewsStandingWords } from './news-standing.tsx'

interface PreferencesPageProps {
  /** Of the campaign whose letter led here. */
  campaign: string
  campaignHref: string | null
  /** All that the site shows, whatever the reader asked for: the page must not tell who signed what. */
  campaigns: { slug: string; title: string }[]
  typed: FormState
  /** Of this campaign, now. */
  standing: ShownStanding
  /** Where the campaign may be signed again; `null`: nobody can sign it now. */
  signHref: string | null
  /** Of this letter, as it was sent: a mail program may have added to it. */
  action: string
  done: PreferencesDone | null
}

export interface PreferencesDone {
  scope: Preferences['scope']
  until: string | null
}

/** What somebody may want less of. Nothing is decided before the button, and nothing here tells who they are. */
export function PreferencesPage(props: PreferencesPageProps) {
  const { campaignHref, standing, signHref, done } = props
  const t = useT()
  const now = <NewsStandingWords standing={standing} signHref={signHref} />
  return (
    <Page title={t(done ? 'mailings.unsubscribe.doneTitle' : 'mailings.preferences.title')}>
      <Card>
        {done ? (
          <Done {...done}>{now}</Done>
        ) : (
          <>
            <Prose>
              <p>{t('mailings.preferences.about', { campaign: props.campaign })}</p>
              {now}
            </Prose>
            <PreferencesForm {...props} />
          </>
        )}
      </Card>
      {campaignHref && (
        <p>
          <a href={campaignHref}>{t('mailings.unsubscribe.campaign')}</a>
        </p>
      )}
    </Page>
  )
}

/** What was chosen, where it is about more than this campaign; then how this one stands, which may be longer paused or ended. */
function Done({ scope, until, children }: PreferencesDone & { children: ReactNode }) {
  const t = useT()
  const locale = useLocale()
  const day = until ? formatDay(locale, new Date(until)) : ''
  return (
    <div role="status">
      <Prose>
        {scope !== 'this' && <p>{t(`mailings.preferences.done.${scope}.${until ? 'paused' : 'stopped'}`, { day })}</p>}
        {children}
        <p>{t('mailings.preferences.signatureStays')}</p>
      </Prose>
    </div>
  )
}

const chosenOf = (typed: FormState, name: string) => {
  const value = typed.values[name]
  return typeof value === 'string' ? value : undefined
}

function PreferencesForm({
  campaign,
  campaigns,
  typed,
  action,
}: Pick<PreferencesPageProps, 'campaign' | 'campaigns' | 'typed' | 'action'>) {
  const t = useT()
  const errors = useErrorList(typed, ['scope', 'campaigns', 'wish', 'reason'])
  const errorOf = (name: string) => typed.errors[name] && t(typed.errors[name])
  const ticked = typed.values['campaigns']
  const scopes = newsScopes.filter((scope) => scope !== 'chosen' || campaigns.length > 1)
  return (
    <>
      <ErrorSummary errors={errors} />
      <Prose>
        <p>{t('mailings.preferences.lead')}</p>
      </Prose>
      <form method="post" action={action} noValidate>
        <RadioGroup
          id="scope"
          name="scope"
          required
          legend={t('mailings.preferences.scope')}
          chosen={chosenOf(typed, 'scope')}
          error={errorOf('scope')}
          options={scopes.map((value) => ({ value, label: t(`mailings.preferences.scopes.${value}`, { campaign }) }))}
        />
        {campaigns.length > 1 && (
          <CheckOptions
            id="campaigns"
            name="campaigns"
            legend={t('mailings.preferences.campaigns')}
            hint={t('mailings.preferences.campaignsHint')}
            chosen={Array.isArray(ticked) ? ticked : []}
            error={errorOf('campaigns')}
            options={campaigns.map(({ slug, title }) => ({ value: slug, label: title }))}
          />
        )}
        <RadioGroup
          id="wish"
          name="wish"
          required
          legend={t('mailings.preferences.wish')}
          chosen={chosenOf(typed, 'wish')}
          error={errorOf('wish')}
          options={newsWishes.map((value) => ({ value, label: t(`mailings.preferences.wishes.${value}`) }))}
        />
        <LeavingReasonField chosen={chosenOf(typed, 'reason')} error={errorOf('reason')} />
        <Button wide>{t('mailings.preferences.button')}</Button>
      </form>
    </>
  )
}
