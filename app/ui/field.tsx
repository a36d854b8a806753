import type { HTMLInputAutoCompleteAttribute, InputHTMLAttributes, ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'
import { useTypedEarly } from './typed-early.ts'

type FieldBase = {
  name: string
  /** Defaults to the name; give one when a page holds two forms. */
  id?: string
  label: ReactNode
  /** Said before the field, never inside it. */
  hint?: ReactNode
  error?: string
  /** Anything not required is marked optional. */
  required?: boolean
  defaultValue?: string
  autoComplete?: HTMLInputAutoCompleteAttribute
}

type Marks = { id: string; 'aria-describedby': string | undefined; 'aria-invalid': true | undefined }

const controlMarks = ({ name, id = name, hint, error }: FieldBase): Marks => ({
  id,
  'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? true : undefined,
})

/** What must not leave the device: some browsers check the spelling elsewhere, and some helpers correct it there. */
const keptHere = (spellCheck: boolean | undefined) =>
  spellCheck === false ? { spellCheck, autoCorrect: 'off', 'data-gramm': 'false' } : { spellCheck }

type FrameProps = { field: FieldBase; narrow?: boolean; after?: ReactNode; children: ReactNode }

function Frame({ field, narrow, after, children }: FrameProps) {
  const t = useT()
  const { name, id = name, label, hint, error, required } = field
  return (
    <div className={`field${narrow ? ' field-narrow' : ''}${error ? ' field-wrong' : ''}`}>
      <label htmlFor={id}>
        {label}
        {!required && <span className="optional"> ({t('ui.field.optional')})</span>}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          <span className="visually-hidden">{t('ui.field.error')} </span>
          {error}
        </p>
      )}
      {children}
      {after}
    </div>
  )
}

type TextFieldProps = FieldBase & {
  type?: 'text' | 'password' | 'email' | 'url' | 'search' | 'date' | 'datetime-local' | 'number'
  inputMode?: InputHTMLAttributes<HTMLInputElement>['inputMode']
  maxLength?: number
  spellCheck?: boolean
  narrow?: boolean
  /** After the field: a spelling suggestion, a counter. */
  after?: ReactNode
}

export function TextField({
  narrow,
  after,
  type = 'text',
  inputMode,
  maxLength,
  spellCheck,
  ...field
}: TextFieldProps) {
  return (
    <Frame field={field} narrow={narrow} after={after}>
      <input
        {...controlMarks(field)}
        {...{ type, inputMode, maxLength }}
        {...keptHere(spellCheck)}
        name={field.name}
        required={field.required}
        defaultValue={field.defaultValue}
        autoComplete={field.autoComplete}
      />
    </Frame>
  )
}

type TextAreaProps = FieldBase & {
  rows?: number
  maxLength?: number
  lang?: string
  /** `false` for what must not leave the device. */
  spellCheck?: boolean
  after?: ReactNode
  /** The same words once more, drawn under those that are typed: for marks. The area grows with them. */
  behind?: ReactNode
}

export function TextArea({ rows = 6, maxLength, lang, spellCheck, after, behind, ...field }: TextAreaProps) {
  const area = useTypedEarly(field.id ?? field.name)
  const typed = (
    <textarea
      {...controlMarks(field)}
      {...{ rows, maxLength, lang }}
      {...keptHere(spellCheck)}
      ref={area}
      name={field.name}
      required={field.required}
      defaultValue={field.defaultValue}
      autoComplete={field.autoComplete}
    />
  )
  return (
    <Frame field={field} after={after}>
      {behind ? (
        <div className="layers">
          <div className="layer-behind" aria-hidden="true">
            {behind}
          </div>
          {typed}
        </div>
      ) : (
        typed
      )}
    </Frame>
  )
}

export type Choice = { value: string; label: string }

type SelectFieldProps = FieldBase & {
  choices: readonly Choice[]
  /** First, empty choice: "Choose a département". */
  emptyChoice?: string
  narrow?: boolean
}

export const SelectField = ({ choices, emptyChoice, narrow, ...field }: SelectFieldProps) => (
  <Frame field={field} narrow={narrow}>
    <select
      {...controlMarks(field)}
      name={field.name}
      required={field.required}
      defaultValue={field.defaultValue}
      autoComplete={field.autoComplete}
    >
      {emptyChoice !== undefined && <option value="">{emptyChoice}</option>}
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  </Frame>
)

type FileFieldProps = FieldBase & { accept: string; multiple?: boolean; after?: ReactNode }

/** The browser is never told `required`: it sends no chosen file back, and one that was read need not come again. */
export const FileField = ({ accept, multiple, after, ...field }: FileFieldProps) => (
  <Frame field={field} after={after}>
    <input {...controlMarks(field)} type="file" name={field.name} accept={accept} multiple={multiple} />
  </Frame>
)

/** `min` and `max` as `YYYY-MM`. Where the browser has no month control it is a text field: the hint must show the form. */
export const MonthField = ({ min, max, ...field }: FieldBase & { min?: string; max?: string }) => (
  <Frame field={field} narrow>
    <input
      {...controlMarks(field)}
      {...{ min, max }}
      type="month"
      pattern="[0-9]{4}-[0-9]{2}"
      name={field.name}
      required={field.required}
      defaultValue={field.defaultValue}
    />
  </Frame>
)
