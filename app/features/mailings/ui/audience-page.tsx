import { Form, useFetcher } from '@remix-run/react'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { departments } from '#app/features/campaigns/departments.ts'
import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Actions, Columns, SmallPrint } from '#app/ui/arrange.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { CheckOptions, RadioGroup } from '#app/ui/check.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import type { EarlierUpdate } from '../queries/audience.server.ts'
import { Section } from '#app/ui/section.tsx'
import { receptions } from '../rules/audience.ts'
import { AudienceCount, type SeenAudience } from './audience-count.tsx'
import own from './audience.module.css'
import styles from './editor.module.css'

export interface AudiencePageProps {
  id: string
  /** What is kept, or what was typed and refused. */
  given: FormState
  /** Of what was typed last, with what is kept at first. */
  seen: SeenAudience | null
  /** What a button was answered with last: another one each time. */
  pressed: unknown
  earlier: readonly EarlierUpdate[]
  /** Somebody asked for news in the name of an organisation. */
  hasOrganisations: boolean
}

const typed = (value: string | string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

const quiet = 600

/** Counts again a moment after the last change. Without a script a button does. */
function useLiveCount({ seen: first, pressed }: Pick<AudiencePageProps, 'seen' | 'pressed'>) {
  const [asked, setAsked] = useState(pressed)
  const fetcher = useFetcher<{ seen: SeenAudience } | { errors: FormState['errors'] }>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { submit } = fetcher
  const stop = () => clearTimeout(timer.current)
  // What was about to be counted is not asked of the page that comes next.
  useEffect(() => () => clearTimeout(timer.current), [])
  const onChange = ({ currentTarget }: FormEvent<HTMLFormElement>) => {
    stop()
    timer.current = setTimeout(() => {
      const form = new FormData(currentTarget)
      form.set('intent', 'count')
      setAsked(pressed)
      submit(form, { method: 'post' })
    }, quiet)
  }
  // A button that was pressed since then was answered later.
  const answer = asked === pressed ? fetcher.data : undefined
  // What cannot be read is not counted, and the number from before would be of something else.
  const seen = answer === undefined ? first : 'seen' in answer ? answer.seen : null
  // Said beside the field as well when nobody pressed a button.
  const errors = answer === undefined ? undefined : 'errors' in answer ? answer.errors : {}
  return { seen, errors, counting: fetcher.state !== 'idle', onChange, onSubmit: stop }
}

/** Who receives a draft: rules that narrow, the sentences they make, how many they are and a few of them. */
export function AudienceEditor({ id, given: sent, earlier, hasOrganisations, ...counted }: AudiencePageProps) {
  const t = useT()
  const errors = useErrorList(sent)
  const { seen, errors: found, counting, onChange, onSubmit } = useLiveCount(counted)
  const given = found ? { ...sent, errors: found } : sent
  return (
    <Form method="post" noValidate onChange={onChange} onSubmit={onSubmit}>
      <ErrorSummary errors={errors} />
      <Section id="rules" title={t('mailings.audience.rules')} intro={t('mailings.audience.intro')}>
        <Columns>
          <div className={own.rules}>
            <Places given={given} />
            <Signed given={given} />
          </div>
          <div className={own.rules}>
            <Readers given={given} hasOrganisations={hasOrganisations} />
            {earlier.length > 0 && <Earlier given={given} earlier={earlier} />}
          </div>
        </Columns>
      </Section>
      <div className={styles.below}>
        <AudienceCount seen={seen} counting={counting} />
      </div>
      <Actions>
        <Button name="intent" value="count" kind="quiet">
          {t('mailings.audience.count')}
        </Button>
        <Button name="intent" value="keep">
          {t('mailings.audience.keep')}
        </Button>
        <ButtonLink href={`/admin/mailings/${id}`} kind="plain">
          {t('mailings.audience.back')}
        </ButtonLink>
      </Actions>
      <SmallPrint>{t('mailings.audience.frozen')}</SmallPrint>
    </Form>
  )
}

function Signed({ given }: { given: FormState }) {
  const t = useT()
  const answers = useAnswers(given)
  return (
    <>
      <TextField
        {...answers('signedFrom')}
        type="date"
        label={t('mailings.audience.signedFrom')}
        hint={t('mailings.audience.dayHint')}
        narrow
      />
      <TextField
        {...answers('signedUntil')}
        type="date"
        label={t('mailings.audience.signedUntil')}
        hint={t('mailings.audience.dayHint')}
        narrow
      />
    </>
  )
}

function Readers({ given, hasOrganisations }: { given: FormState; hasOrganisations: boolean }) {
  const t = useT()
  const answers = useAnswers(given)
  const { error } = answers('languages')
  const who = answers('who')
  return (
    <>
      <CheckOptions
        id="languages"
        name="languages"
        legend={t('mailings.audience.languages')}
        hint={t('mailings.audience.noneIsAll')}
        error={error}
        chosen={typed(given.values.languages)}
        options={[
          { value: 'fr', label: t('mailings.languages.fr') },
          { value: 'en', label: t('mailings.languages.en') },
        ]}
      />
      {hasOrganisations && (
        <RadioGroup
          id="who"
          name="who"
          legend={t('mailings.audience.who')}
          error={who.error}
          chosen={who.defaultValue}
          options={(['everyone', 'people', 'organisations'] as const).map((value) => ({
            value,
            label: t(`mailings.audience.askers.${value}`),
          }))}
        />
      )}
    </>
  )
}

function Earlier({ given, earlier }: { given: FormState; earlier: readonly EarlierUpdate[] }) {
  const t = useT()
  const locale = useLocale()
  const answers = useAnswers(given)
  const received = answers('received')
  return (
    <fieldset>
      <legend>{t('mailings.audience.earlier')}</legend>
      <SelectField
        {...answers('update')}
        label={t('mailings.audience.update')}
        emptyChoice={t('mailings.audience.noUpdate')}
        choices={earlier.map(({ id, subject, startedAt }) => ({
          value: id,
          label: `${subject} (${formatDay(locale, new Date(startedAt))})`,
        }))}
      />
      <RadioGroup
        id="received"
        name="received"
        legend={t('mailings.audience.received')}
        hint={t('mailings.audience.receivedHint')}
        error={received.error}
        chosen={received.defaultValue}
        options={receptions.map((value) => ({ value, label: t(`mailings.audience.has.${value}`) }))}
      />
    </fieldset>
  )
}

/** Folded: there are more than a hundred of them. */
function Places({ given }: { given: FormState }) {
  const t = useT()
  const answers = useAnswers(given)
  const chosen = typed(given.values.departments)
  const { error } = answers('departments')
  return (
    <details className={own.fold} open={chosen.length > 0 || error !== undefined}>
      <summary>
        {chosen.length === 0
          ? t('mailings.audience.departmentsAll')
          : t('mailings.audience.departmentsFold', { count: chosen.length })}
      </summary>
      <div className="places">
        <CheckOptions
          id="departments"
          name="departments"
          legend={t('mailings.audience.departments')}
          hint={t('mailings.audience.departmentsHint')}
          error={error}
          chosen={chosen}
          options={departments.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
        />
      </div>
    </details>
  )
}
