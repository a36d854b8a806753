import type { MessageKey } from '#app/i18n/t.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { Check } from '#app/ui/check.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import { countries } from '../countries.ts'

export interface SignFormState {
  values: Record<string, string | string[]>
  errors: Record<string, MessageKey>
}

export const emptySignForm: SignFormState = { values: {}, errors: {} }

/** The work that a form brings: where it is to be had, and the script that does it. */
export interface WorkAsked {
  url: string
  script: string
}

interface SignFormProps {
  /** Address of the campaign: `/fr/score`. */
  campaignPath: string
  privacyPath: string
  /** In plain words, what ticking the box means. */
  consent: string
  /** The version of the text beside the form: what is signed. */
  textVersion: number
  /** While the campaign is under attack. */
  work?: WorkAsked | undefined
  state: SignFormState
}

const order = ['form', 'name', 'email', 'postcode', 'country', 'comment', 'consent']

/** What was typed and what is wrong with it, by field. */
function useAnswers({ values, errors }: SignFormState) {
  const t = useT()
  const typed = (name: string) => (typeof values[name] === 'string' ? values[name] : undefined)
  const error = (name: string) => (errors[name] ? t(errors[name]) : undefined)
  return {
    typed,
    error,
    ticked: (name: string) => typed(name) === 'on',
    /** Whether a folded part has something to show. */
    has: (...names: string[]) => names.some((name) => typed(name) || errors[name]),
  }
}

type Answers = ReturnType<typeof useAnswers>

/** Four fields, one button. What was typed comes back with its errors; nothing is ticked in advance. */
export function SignForm({ campaignPath, privacyPath, consent, textVersion, work, state }: SignFormProps) {
  const t = useT()
  const answers = useAnswers(state)
  const { error, ticked } = answers
  const wrong = order
    .filter((name) => state.errors[name])
    .map((name) => ({ ...(name === 'form' ? {} : { field: name }), message: error(name) ?? '' }))
  return (
    <form
      method="post"
      action={`${campaignPath}/sign`}
      id="sign"
      noValidate
      aria-label={t('signatures.form.label')}
      data-challenge={work?.url}
    >
      <ErrorSummary errors={wrong} />
      <input type="hidden" name="text" value={textVersion} />
      <Person {...answers} />
      <Check
        name="consent"
        label={<ConsentLabel privacyPath={privacyPath} />}
        required
        error={error('consent')}
        defaultChecked={ticked('consent')}
      />
      <details>
        <summary>{t('signatures.form.consentMeans')}</summary>
        {consent.split(/\n\s*\n/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </details>
      <Check name="news" label={t('signatures.form.news')} defaultChecked={ticked('news')} />
      <More {...answers} />
      <Button kind="primary" wide>
        {t('signatures.form.sign')}
      </Button>
      {work && <Work script={work.script} />}
      <SmallPrint>{t('signatures.form.promise')}</SmallPrint>
    </form>
  )
}

/** Who signs, and from where. */
function Person({ typed, error, has }: Answers) {
  const t = useT()
  const again = (name: string) => ({ name, defaultValue: typed(name), error: error(name) })
  const hint = t('signatures.form.did', { address: '{address}' })
  const abroad = (typed('country') ?? 'FR') !== 'FR' || (has('country') && error('country') !== undefined)
  return (
    <>
      <TextField {...again('name')} label={t('signatures.form.name')} autoComplete="name" required maxLength={120} />
      <TextField
        {...again('email')}
        type="email"
        label={t('signatures.form.email')}
        autoComplete="email"
        required
        after={<p className="hint" aria-live="polite" data-address-hint={hint} />}
      />
      <TextField
        {...again('postcode')}
        label={t('signatures.form.postcode')}
        hint={t('signatures.form.postcodeHint')}
        autoComplete="postal-code"
        inputMode="numeric"
        required
        narrow
      />
      <details open={abroad}>
        <summary>{t('signatures.form.abroad')}</summary>
        <CountryField chosen={typed('country')} error={error('country')} />
      </details>
    </>
  )
}

/** What few people need: folded until it holds something. */
function More({ typed, error, ticked, has }: Answers) {
  const t = useT()
  return (
    <details open={has('comment', 'showName')}>
      <summary>{t('signatures.form.more')}</summary>
      <Check name="showName" label={t('signatures.form.showName')} defaultChecked={ticked('showName')} />
      <TextArea
        name="comment"
        label={t('signatures.form.comment')}
        hint={t('signatures.form.commentHint')}
        rows={4}
        maxLength={500}
        defaultValue={typed('comment')}
        error={error('comment')}
      />
    </details>
  )
}

/** The little script fills the field while the person writes. Without it the form is taken all the same. */
function Work({ script }: { script: string }) {
  const t = useT()
  return (
    <>
      <input type="hidden" name="altcha" />
      <script type="module" src={script} />
      <p role="status" data-working={t('signatures.guard.working')} />
      <SmallPrint>
        <strong>{t('signatures.guard.title')}</strong> {t('signatures.guard.calm')}
      </SmallPrint>
    </>
  )
}

function ConsentLabel({ privacyPath }: { privacyPath: string }) {
  const t = useT()
  return (
    <>
      {t('signatures.form.consent')} <a href={privacyPath}>{t('signatures.form.privacy')}</a>
    </>
  )
}

function CountryField({ chosen = 'FR', error }: { chosen?: string | undefined; error: string | undefined }) {
  const t = useT()
  const locale = useLocale()
  const names = new Intl.DisplayNames([locale], { type: 'region' })
  const choices = countries
    .map((value) => ({ value, label: names.of(value) ?? value }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale))
  return (
    <SelectField
      name="country"
      label={t('signatures.form.country')}
      autoComplete="country"
      choices={choices}
      defaultValue={chosen}
      error={error}
      required
    />
  )
}
