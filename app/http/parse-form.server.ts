import type { z } from 'zod'
import { isMessageKey, type MessageKey } from '#app/i18n/t.ts'
import { readFormFields, type FormFields } from './form-fields.server.ts'

/** What was typed, to be shown again: nothing a person typed is lost. */
export type FormValues = Record<string, string | string[]>
/** Field name to message key; the key `form` is for the whole. */
export type FormErrors = Record<string, MessageKey>

export type ParsedForm<T> =
  { ok: true; value: T; values: FormValues } | { ok: false; values: FormValues; errors: FormErrors }

export interface RefusedForm {
  values: FormValues
  errors: FormErrors
}

/** Fields named here are read as lists, however many were sent. */
export interface FormShape<S extends z.ZodType> {
  schema: S
  lists?: readonly string[]
}

export function formValues(fields: FormFields, lists: readonly string[] = []): FormValues {
  const values: FormValues = {}
  // A name that every object has already would not become a value of this one.
  for (const [name, sent] of fields)
    if (name !== '__proto__') values[name] = lists.includes(name) ? [...sent] : (sent[0] ?? '')
  return values
}

/** Parses fields with a schema whose messages are message keys; the first error of each field is kept. */
export function parseFields<S extends z.ZodType>(
  fields: FormFields,
  { schema, lists = [] }: FormShape<S>,
): ParsedForm<z.output<S>> {
  return parseValues(formValues(fields, lists), schema)
}

/** The same for values that were read already. */
export function parseValues<S extends z.ZodType>(values: FormValues, schema: S): ParsedForm<z.output<S>> {
  const parsed = schema.safeParse(values)
  if (parsed.success) return { ok: true, value: parsed.data, values }
  const errors: FormErrors = {}
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0] ?? 'form')
    // Our schemas give keys as messages; what a library says in its own words is nobody's language.
    errors[field] ??= isMessageKey(issue.message) ? issue.message : 'site.errors.wrong'
  }
  return { ok: false, values, errors }
}

/** The body of a request as a form. The front door has already refused what is too large or not UTF-8. */
export async function parseForm<S extends z.ZodType>(
  request: Request,
  shape: FormShape<S>,
): Promise<ParsedForm<z.output<S>>> {
  return parseFields(readFormFields(Buffer.from(await request.arrayBuffer())), shape)
}
