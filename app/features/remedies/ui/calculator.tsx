import script from 'virtual:enhance/calculator'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/check.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { offNames, ruleNames, tellingKeys } from '../rule-names.ts'
import type { RuleId } from '../rules/deadlines/time-rules.ts'
import styles from './deadlines.module.css'

/** One rule as the calculator offers it: its question for the day, what follows in words, the letters that fit. */
export interface CountedRule {
  rule: RuleId
  title: string
  start: string
  silence: string
  letters: { href: string; title: string }[]
}

const open = Object.fromEntries(
  ['day', 'before', 'number', 'more', 'why', 'name'].map((place) => [place, `{{${place}}}`] as const),
)

/** The script has no translator: its sentences are given to it, with their places left open. */
function useWords(): string {
  const t = useT()
  const said = <Keys extends Record<string, Parameters<typeof t>[0]>>(keys: Keys) =>
    Object.fromEntries(Object.entries(keys).map(([name, key]) => [name, t(key, open)] as const))
  return JSON.stringify({
    steps: said(tellingKeys),
    off: said(offNames),
    names: said(ruleNames),
    day: t('deadlines.form.day'),
    errorRule: t('deadlines.form.errorRule'),
    errorDay: t('deadlines.form.errorDay'),
    error: t('ui.field.error'),
    title: t('deadlines.result.title'),
    them: t('deadlines.result.them'),
    after: t('deadlines.result.after', open),
    extended: t('deadlines.result.extended', open),
    none: t('deadlines.result.none'),
    noneText: t('deadlines.result.noneText'),
    thenDue: t('deadlines.result.thenDue', open),
    thenLater: t('deadlines.result.thenLater', open),
    calendarNote: t('deadlines.result.calendarNote'),
  })
}

/** Counts in the browser: a form that is sent nowhere, and is not there without a script. */
export function Calculator({ rules }: { rules: readonly CountedRule[] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <Section id="calculator" title={t('deadlines.form.title')}>
      <noscript>
        <p>{t('deadlines.form.noScript')}</p>
      </noscript>
      <form
        hidden
        noValidate
        autoComplete="off"
        className={styles.calculator}
        data-calculator
        data-locale={locale}
        data-words={useWords()}
        data-rules={JSON.stringify(Object.fromEntries(rules.map((rule) => [rule.rule, rule])))}
      >
        <div className={styles.questions}>
          <SelectField
            name="rule"
            required
            label={t('deadlines.form.what')}
            emptyChoice={t('deadlines.form.choose')}
            choices={rules.map(({ rule, title }) => ({ value: rule, label: title }))}
            autoComplete="off"
          />
          <TextField
            name="from"
            type="date"
            narrow
            required
            label={<span data-calculator-start>{t('deadlines.form.day')}</span>}
            hint={t('deadlines.form.dayHint')}
            autoComplete="off"
          />
          <Zone />
          <div className="actions">
            <Button>{t('deadlines.form.count')}</Button>
            <Button kind="plain" type="reset">
              {t('deadlines.form.clear')}
            </Button>
          </div>
        </div>
        <Result />
      </form>
      <script type="module" src={script} />
    </Section>
  )
}

/** Where the person lives, for the rules to which distance matters. */
function Zone() {
  const t = useT()
  const options = (['mainland', 'overseas', 'abroad'] as const).map((value) => ({
    value,
    label: t(`deadlines.form.${value}`),
  }))
  return (
    <div data-calculator-zone hidden>
      <RadioGroup
        id="zone"
        name="zone"
        legend={t('deadlines.form.zone')}
        hint={t('deadlines.form.zoneHint')}
        chosen="mainland"
        options={options}
      />
    </div>
  )
}

/** Places that the script fills: the day is said aloud when it changes, the rest is hidden until there is something in it. */
function Result() {
  const t = useT()
  return (
    <div className={styles.result} data-result>
      <div role="status">
        <h3 data-result-title hidden>
          {t('deadlines.result.title')}
        </h3>
        <p className={styles.day} data-result-day hidden />
        <p data-result-after hidden />
      </div>
      <p className={styles.past} data-result-past hidden>
        {t('deadlines.result.past')}
      </p>
      <div data-result-part hidden>
        <h3>{t('deadlines.result.how')}</h3>
        <ol data-result-steps />
      </div>
      <div data-result-part hidden>
        <h3>{t('deadlines.result.then')}</h3>
        <ul data-result-next />
      </div>
      <div data-result-part hidden>
        <h3>{t('deadlines.result.silence')}</h3>
        <p data-result-silence />
      </div>
      <div data-result-part hidden>
        <h3>{t('deadlines.result.letters')}</h3>
        <ul className={styles.links} data-result-letters />
      </div>
      <p data-result-calendar hidden>
        <Button kind="quiet" type="button">
          {t('deadlines.result.calendar')}
        </Button>
      </p>
    </div>
  )
}
