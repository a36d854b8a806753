import { useT } from '#app/i18n/use-t.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import type { Answers } from '#app/ui/form-answers.ts'
import { themes } from '../schema.ts'

/** The words of an entry in both languages, one after the other: a second language may be left for later. */
export function EntryFields({ answers }: { answers: Answers }) {
  const t = useT()
  return (
    <>
      <SelectField
        {...answers('theme')}
        label={t('questions.entries.theme')}
        emptyChoice={t('questions.desk.choose')}
        choices={themes.map((value) => ({ value, label: t(`questions.themes.${value}`) }))}
        required
      />
      {(['Fr', 'En'] as const).map((language) => (
        <fieldset key={language} className="field">
          <legend>{t(`questions.languages.${language === 'Fr' ? 'fr' : 'en'}`)}</legend>
          <TextField
            {...answers(`question${language}`)}
            label={t(`questions.entries.question${language}`)}
            hint={t('questions.entries.questionHint')}
            autoComplete="off"
          />
          <TextArea
            {...answers(`answer${language}`)}
            rows={8}
            lang={language.toLowerCase()}
            label={t(`questions.entries.answer${language}`)}
            hint={t('questions.entries.answerHint')}
          />
        </fieldset>
      ))}
    </>
  )
}
