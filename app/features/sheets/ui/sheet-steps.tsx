import { Form } from '@remix-run/react'
import { formatDay } from '#app/i18n/format.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'
import { Columns } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/check.tsx'
import { ErrorSummary, useFocusOnErrors } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type FormState } from '#app/ui/form-answers.ts'
import { Section } from '#app/ui/section.tsx'
import type { SheetDesk } from '../queries/desk.server.ts'
import { sheetChanges } from '../schema.ts'

interface StepProps {
  desk: Pick<SheetDesk, 'revision' | 'version' | 'standing'>
  /** The day proposed for the next look, `YYYY-MM-DD`. */
  proposed: string
  refused: FormState | undefined
}

/** Publishes the draft: what kind of change, in which words it is told, until when it is right. */
export function PublishSheet({ desk, proposed, refused }: StepProps) {
  const t = useT()
  const answers = useAnswers(refused, { checkBy: proposed })
  const errors = useErrorList(refused, ['change', 'noteFr', 'noteEn', 'checkBy'])
  useFocusOnErrors(refused)
  return (
    <Section id="publish" title={t('sheets.desk.publish')} intro={t('sheets.desk.publishIntro')}>
      <ErrorSummary errors={errors} />
      <Form method="post" noValidate>
        <input type="hidden" name="revision" value={desk.revision} />
        {desk.version === 0 ? <p>{t('sheets.desk.first')}</p> : <WhatChanges {...{ answers }} />}
        <CheckBy {...answers('checkBy')} />
        <Button name="intent" value="publish">
          {t('sheets.desk.publishButton')}
        </Button>
      </Form>
    </Section>
  )
}

function WhatChanges({ answers }: { answers: ReturnType<typeof useAnswers> }) {
  const t = useT()
  const change = answers('change')
  return (
    <>
      <RadioGroup
        id="change"
        name="change"
        legend={t('sheets.desk.change')}
        error={change.error}
        options={sheetChanges.map((value) => ({
          value,
          label: t(`sheets.desk.${value}`),
          hint: t(`sheets.desk.${value}Hint`),
        }))}
        chosen={change.defaultValue}
        required
      />
      <Columns>
        {(['noteFr', 'noteEn'] as const).map((name) => (
          <TextArea
            key={name}
            {...answers(name)}
            label={t(`sheets.desk.${name}`)}
            hint={t('sheets.desk.noteHint')}
            lang={name === 'noteFr' ? 'fr' : 'en'}
            rows={3}
            maxLength={600}
            required
          />
        ))}
      </Columns>
    </>
  )
}

function CheckBy({
  id,
  ...answer
}: {
  name: string
  defaultValue: string | undefined
  error: string | undefined
  id?: string
}) {
  const t = useT()
  return (
    <TextField
      {...answer}
      {...(id ? { id } : {})}
      type="date"
      label={t('sheets.desk.checkBy')}
      hint={t('sheets.desk.checkByHint')}
      autoComplete="off"
      narrow
      required
    />
  )
}

/** Says that the sources were read again, and nothing changes. */
export function VerifySheet({ desk, proposed, refused }: StepProps) {
  const t = useT()
  const answers = useAnswers(refused, { checkBy: proposed })
  return (
    <Section id="verify" title={t('sheets.desk.verify')} intro={t('sheets.desk.verifyIntro')}>
      <Form method="post" noValidate>
        <input type="hidden" name="revision" value={desk.revision} />
        <CheckBy {...answers('checkBy')} id="verify-by" />
        <Button name="intent" value="verify" kind="quiet">
          {t('sheets.desk.verifyButton')}
        </Button>
      </Form>
    </Section>
  )
}

export function RetireSheet({ desk }: Pick<StepProps, 'desk'>) {
  const t = useT()
  const retired = desk.standing === 'retired'
  return (
    <Section id="retire" title={t('sheets.desk.retire')} intro={t('sheets.desk.retireIntro')}>
      <Form method="post">
        <input type="hidden" name="revision" value={desk.revision} />
        <Button name="intent" value={retired ? 'return' : 'retire'} kind="quiet">
          {t(retired ? 'sheets.desk.returnButton' : 'sheets.desk.retireButton')}
        </Button>
      </Form>
    </Section>
  )
}

export function SheetHistory({ history }: Pick<SheetDesk, 'history'>) {
  const t = useT()
  const locale = useLocale()
  if (history.length === 0) return null
  return (
    <Section id="history" title={t('sheets.desk.history')}>
      <ul>
        {history.map(({ version, change, note, publishedOn }) => (
          <li key={version}>
            {t('sheets.desk.versionLine', { version, day: formatDay(locale, publishedOn) })} (
            {t(`sheets.desk.changesOf.${change}`)}){note[locale] && <> · {note[locale]}</>}
          </li>
        ))}
      </ul>
    </Section>
  )
}
