import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.tsx'

type CheckProps = {
  name: string
  id?: string
  value?: string
  label: ReactNode
  hint?: ReactNode
  error?: string
  required?: boolean
  defaultChecked?: boolean
}

/** One tick box. Consent is never ticked in advance: `defaultChecked` only gives back what was ticked. */
export function Check({ name, id = name, value = 'on', label, hint, error, required, defaultChecked }: CheckProps) {
  return (
    <div className={`field${error ? ' field-wrong' : ''}`}>
      {error && <FieldError id={`${id}-error`} text={error} />}
      <Tick
        type="checkbox"
        {...{ name, id, value, label, hint, required, defaultChecked }}
        errorId={error && `${id}-error`}
      />
    </div>
  )
}

type GroupProps = { id: string; legend: ReactNode; hint?: ReactNode; error?: string; children: ReactNode }

/** Several `CheckOption` under one question. The error summary links to `id`. */
export function CheckGroup({ id, legend, hint, error, children }: GroupProps) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined
  return (
    <fieldset className={`field${error ? ' field-wrong' : ''}`} id={id} tabIndex={-1} aria-describedby={describedBy}>
      <legend>{legend}</legend>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`} text={error} />}
      {children}
    </fieldset>
  )
}

export type Option = { value: string; label: ReactNode; hint?: ReactNode }

type OptionsProps = Omit<GroupProps, 'children'> & { name: string; options: readonly Option[] }

export const CheckOptions = ({
  name,
  options,
  chosen = [],
  ...group
}: OptionsProps & { chosen?: readonly string[] }) => (
  <CheckGroup {...group}>
    {options.map((option) => (
      <Tick
        key={option.value}
        {...option}
        type="checkbox"
        name={name}
        id={`${name}-${option.value}`}
        defaultChecked={chosen.includes(option.value)}
      />
    ))}
  </CheckGroup>
)

export const RadioGroup = ({
  name,
  options,
  chosen,
  required,
  ...group
}: OptionsProps & { chosen?: string; required?: boolean }) => (
  <CheckGroup {...group}>
    {options.map((option) => (
      <Tick
        key={option.value}
        {...option}
        type="radio"
        name={name}
        id={`${name}-${option.value}`}
        required={required}
        defaultChecked={option.value === chosen}
      />
    ))}
  </CheckGroup>
)

type TickProps = Omit<CheckProps, 'error'> & { id: string; type: 'checkbox' | 'radio'; errorId?: string }

function Tick({ id, label, hint, errorId, ...input }: TickProps) {
  const describedBy = [hint && `${id}-hint`, errorId].filter(Boolean).join(' ') || undefined
  return (
    <div className="tick">
      <input {...input} id={id} aria-describedby={describedBy} aria-invalid={errorId ? true : undefined} />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

function FieldError({ id, text }: { id: string; text: string }) {
  const t = useT()
  return (
    <p className="error" id={id}>
      <span className="visually-hidden">{t('ui.field.error')} </span>
      {text}
    </p>
  )
}
