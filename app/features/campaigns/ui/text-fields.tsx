import { Form } from '@remix-run/react'
import type { Locale } from '#app/i18n/locale.ts'
import type { MessageKey } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Columns } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { fieldOf, textParts, type TextPart, type TypedTexts } from '../text-form.ts'

/** Lines of each part's field; one is a line of text. */
const rows: Record<TextPart, number> = {
  title: 1,
  addressee: 1,
  ask: 5,
  demands: 8,
  body: 24,
  easy: 16,
  consent: 8,
  note: 3,
}

interface TextFieldsProps {
  texts: TypedTexts
  /** What was seen: saving takes the place of this and of nothing newer. */
  base: number
  revision: number
  problems: Partial<Record<string, MessageKey>>
  /** The form itself was refused: it says so first. */
  refused: boolean
  /** A draft waits to be published: that is the thing to do then. */
  saved: boolean
}

/** Both languages side by side, part by part. */
export function TextFields({ texts, base, revision, problems, refused, saved }: TextFieldsProps) {
  const t = useT()
  const errors = Object.entries(problems).flatMap(([field, key]) => (key ? [{ field, message: t(key) }] : []))
  return (
    <Form method="post" noValidate>
      <ErrorSummary errors={refused ? errors : []} />
      <input type="hidden" name="base" value={base} />
      <input type="hidden" name="revision" value={revision} />
      {textParts.map((part) => (
        <Columns key={part}>
          {(['fr', 'en'] as const).map((locale) => (
            <Part
              key={locale}
              {...{ part, locale }}
              typed={texts[locale][part]}
              problem={problems[fieldOf(part, locale)]}
            />
          ))}
        </Columns>
      ))}
      <Button name="intent" value="save" kind={saved ? 'quiet' : 'primary'}>
        {t('campaigns.desk.save')}
      </Button>
    </Form>
  )
}

interface PartProps {
  part: TextPart
  locale: Locale
  typed: string
  problem: MessageKey | undefined
}

function Part({ part, locale, typed, problem }: PartProps) {
  const t = useT()
  const field = {
    name: fieldOf(part, locale),
    label: t('campaigns.desk.field', { part: t(`campaigns.parts.${part}`), language: t(`campaigns.desk.${locale}`) }),
    hint: t(`campaigns.desk.hints.${part}`),
    required: true,
    defaultValue: typed,
    error: problem && t(problem),
  }
  return rows[part] === 1 ? <TextField {...field} /> : <TextArea {...field} rows={rows[part]} lang={locale} />
}
