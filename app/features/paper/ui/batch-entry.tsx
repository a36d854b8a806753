import { departments } from '#app/features/campaigns/departments.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { FieldRow, SmallPrint } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FileField, SelectField, TextField } from '#app/ui/field.tsx'
import { useAnswers, useErrorList, type Answers, type FormState } from '#app/ui/form-answers.ts'
import { Notice } from '#app/ui/notice.tsx'
import type { FoundBatch, TextChoice } from '../queries/for-team.server.ts'
import { correctionReasons, textValue } from '../schema.ts'

interface EntryProps {
  texts: readonly TextChoice[]
  /** The batch whose place this one is to take. */
  corrected: FoundBatch | null
  /** The file that came with the form was hashed: its hash is in the field. */
  hashed: boolean
  state: FormState
}

function initialOf(corrected: FoundBatch | null): Record<string, string> {
  if (!corrected) return {}
  const { campaignId, locale, textVersion, valid, refused, department, collectedFrom, collectedTo, sha256 } = corrected
  return {
    text: textValue({ campaignId, locale, version: textVersion }),
    valid: String(valid),
    refused: String(refused),
    department: department ?? '',
    collectedFrom,
    collectedTo,
    scanHash: sha256,
  }
}

/** A pile of sheets in figures. What was typed comes back with its errors, and the hash of a file that was read. */
export function BatchEntry({ texts, corrected, hashed, state }: EntryProps) {
  const t = useT()
  const answers = useAnswers(state, initialOf(corrected))
  const errors = useErrorList(state)
  return (
    <form method="post" action="/admin/paper/new" encType="multipart/form-data" noValidate>
      <ErrorSummary errors={errors} />
      {corrected && (
        <Notice>
          <p>{t('paper.entry.correctWhy')}</p>
        </Notice>
      )}
      {corrected && <input type="hidden" name="corrects" value={corrected.id} />}
      <SelectField
        {...answers('text')}
        label={t('paper.entry.text')}
        hint={t('paper.entry.textHint')}
        emptyChoice={t('paper.entry.textEmpty')}
        choices={texts.map((text) => ({
          value: textValue(text),
          label: t('paper.entry.textChoice', {
            slug: text.slug,
            language: t(`paper.languages.${text.locale}`),
            version: text.version,
          }),
        }))}
        required
      />
      <Counted answers={answers} />
      <Scan answers={answers} hashed={hashed} />
      {corrected && (
        <SelectField
          {...answers('reason')}
          label={t('paper.entry.reason')}
          emptyChoice={t('paper.entry.reasonEmpty')}
          choices={correctionReasons.map((value) => ({ value, label: t(`paper.reasons.${value}`) }))}
          required
        />
      )}
      <Button>{t('paper.entry.send')}</Button>
      <SmallPrint>{t('paper.entry.promise')}</SmallPrint>
    </form>
  )
}

function Counted({ answers }: { answers: Answers }) {
  const t = useT()
  return (
    <>
      <FieldRow>
        <TextField
          {...answers('valid')}
          label={t('paper.entry.valid')}
          hint={t('paper.entry.validHint')}
          inputMode="numeric"
          autoComplete="off"
          required
        />
        <TextField
          {...answers('refused')}
          label={t('paper.entry.refused')}
          hint={t('paper.entry.refusedHint')}
          inputMode="numeric"
          autoComplete="off"
          required
        />
      </FieldRow>
      <FieldRow>
        <TextField {...answers('collectedFrom')} type="date" label={t('paper.entry.from')} required />
        <TextField {...answers('collectedTo')} type="date" label={t('paper.entry.to')} required />
      </FieldRow>
      <SelectField
        {...answers('department')}
        label={t('paper.entry.department')}
        hint={t('paper.entry.departmentHint')}
        emptyChoice={t('paper.entry.departmentEmpty')}
        choices={departments.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
      />
    </>
  )
}

function Scan({ answers, hashed }: { answers: Answers; hashed: boolean }) {
  const t = useT()
  return (
    <>
      <FileField
        {...answers('scan')}
        label={t('paper.entry.scan')}
        hint={
          <>
            {t('paper.entry.scanHint')}
            {hashed && <strong> {t('paper.entry.hashed')}</strong>}
          </>
        }
        accept="application/pdf,image/jpeg"
        required
      />
      <TextField
        {...answers('scanHash')}
        label={t('paper.entry.hash')}
        hint={t('paper.entry.hashHint')}
        autoComplete="off"
        spellCheck={false}
      />
    </>
  )
}
