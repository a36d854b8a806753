import { Form } from '@remix-run/react'
import type { MessageKey, T } from '#app/i18n/t.ts'
import { useT } from '#app/i18n/use-t.tsx'
import { Actions, Columns } from '#app/ui/arrange.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField, TextArea, TextField } from '#app/ui/field.tsx'
import type { SheetField } from '../form.ts'
import type { TypedSheet } from '../typed.ts'

/** What is wrong, by the path in the content. */
export type Problems = Partial<Record<string, MessageKey>>

interface SheetFieldsProps {
  fields: readonly SheetField[]
  typed: TypedSheet
  problems: Problems
  revision: number
  /** The form itself was refused: it says so first. */
  refused: boolean
  drafted: boolean
}

/** The fields of a sheet: the two languages of a part stand side by side. */
export function SheetFields({ fields, typed, problems, revision, refused, drafted }: SheetFieldsProps) {
  const t = useT()
  const of = (field: SheetField) => ({ field, typed: typed[field.name] ?? '', problem: problemIn(field, problems, t) })
  const shown = pairsOf(fields).map((pair) => pair.map(of))
  const errors = shown
    .flat()
    .flatMap(({ field: { name }, problem }) => (problem ? [{ field: name, message: problem }] : []))
  return (
    <Form method="post" noValidate>
      <ErrorSummary errors={refused ? errors : []} />
      <input type="hidden" name="revision" value={revision} />
      {shown.map(([first, second]) =>
        first && second ? (
          <Columns key={first.field.name}>
            <SheetPart {...first} />
            <SheetPart {...second} />
          </Columns>
        ) : (
          first && <SheetPart key={first.field.name} {...first} />
        ),
      )}
      <Actions>
        <Button name="intent" value="save" kind={drafted ? 'quiet' : 'primary'}>
          {t('sheets.desk.save')}
        </Button>
        {drafted && (
          <Button name="intent" value="discard" kind="plain">
            {t('sheets.desk.discard')}
          </Button>
        )}
      </Actions>
    </Form>
  )
}

/** `fr.title` beside `en.title`; what both languages share stands alone. */
function pairsOf(fields: readonly SheetField[]): SheetField[][] {
  const english = (name: string) => fields.find((field) => field.name === name.replace(/^fr\./, 'en.'))
  return fields.flatMap((field) => {
    const other = field.name.startsWith('fr.') ? english(field.name) : undefined
    if (other && other !== field) return [[field, other]]
    const twin = field.name.replace(/^en\./, 'fr.')
    return twin !== field.name && fields.some(({ name }) => name === twin) ? [] : [[field]]
  })
}

/** What is wrong in a field, its records included, in words. */
function problemIn({ name }: SheetField, problems: Problems, t: T): string | undefined {
  const whole = problems[name]
  if (whole) return t(whole)
  const inside = Object.entries(problems).find(([path]) => path.startsWith(`${name}.`))
  if (!inside?.[1]) return undefined
  const [record = '0', part = ''] = inside[0].slice(name.length + 1).split('.')
  return t('sheets.desk.record', { number: Number(record) + 1, part: part || '–', problem: t(inside[1]) })
}

interface PartProps {
  field: SheetField
  typed: string
  problem: string | undefined
}

function hintOf(field: SheetField, t: T): string | undefined {
  const said = 'hint' in field && field.hint ? t(field.hint) : ''
  const how =
    field.as === 'lines'
      ? t('sheets.desk.lines')
      : field.as === 'rows'
        ? t('sheets.desk.rows', { names: field.columns.map(({ name, label }) => `${name} (${t(label)})`).join(', ') })
        : ''
  return `${said} ${how}`.trim() || undefined
}

const rowsOf = (field: SheetField, typed: string) =>
  field.as === 'text' ? (field.rows ?? 6) : Math.min(24, Math.max(4, typed.split('\n').length + 2))

function SheetPart({ field, typed, problem }: PartProps) {
  const t = useT()
  const { name, as } = field
  const lang = name.startsWith('en.') ? 'en' : name.startsWith('fr.') ? 'fr' : undefined
  const common = {
    name,
    label: t(field.label),
    hint: hintOf(field, t),
    defaultValue: typed,
    error: problem,
    required: !('optional' in field && field.optional),
  }
  if (as === 'choice')
    return (
      <SelectField
        {...common}
        choices={field.choices.map(({ value, label }) => ({ value, label: t(label) }))}
        emptyChoice="–"
        narrow
      />
    )
  if (as === 'text' || as === 'lines' || as === 'rows')
    return <TextArea {...common} rows={rowsOf(field, typed)} lang={lang} />
  const types = { line: 'text', url: 'url', day: 'date', number: 'text' } as const
  return (
    <TextField
      {...common}
      type={types[as]}
      autoComplete="off"
      narrow={as === 'day' || as === 'number'}
      {...(as === 'number' ? { inputMode: 'numeric' as const } : {})}
    />
  )
}
