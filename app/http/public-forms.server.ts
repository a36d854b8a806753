import { BadForm, readFormFields, type FormFields } from './form-fields.server.ts'

/**
 * A link of a letter to leave, to choose or to answer, as mail programs leave it: with `>`, `.` or a quote behind, broken by a space. What
 * begins it can be no step upwards, and nothing in it parts a path, escaped or not: it stays the one page that it is.
 */
const letterLink =
  /^\/(?:fr|en)\/(?:unsubscribe|still|me)\/(?:[\w-]|%(?!2[eE])[\da-fA-F]{2})(?:[\w.~!'()*,;:=&$@+[\]-]|%(?!2[fF]|5[cC])[\da-fA-F]{2}){0,199}\/?$/

export const isLetterLink = (path: string): boolean => letterLink.test(path)

const publicForm =
  /^\/(?:fr|en)\/(?:inbox|unsubscribe|(?:confirm|not-me|confirm-organisation)\/[\w-]{1,200}|[a-z0-9-]{1,100}\/(?:sign|code|testify|share|seen|case|answer|questions\/ask(?:ed)?|remedies\/barometer|testimonies\/[\da-f-]{36}\/(?:report|reply)|organisations\/sign))$/

/** Every public address that takes a form. Remix would match other spellings of them too, past every limit: only these go in. */
export const isPublicForm = (path: string): boolean => publicForm.test(path) || isLetterLink(path)

/** Where programs sign (docs/decisions/0061). */
export const takesSignatures = (url: string): boolean =>
  /^\/api\/v1\/campaigns\/[a-z0-9-]{1,100}\/signatures(?:\?|$)/.test(url)

/** The fields of a body that may be no form of ours at all. */
export function fieldsIfAny(body: Buffer): FormFields {
  try {
    return readFormFields(body)
  } catch (error) {
    if (error instanceof BadForm) return new Map()
    throw error
  }
}
