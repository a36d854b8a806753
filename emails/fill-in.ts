import type { Mail } from './letter.tsx'

/**
 * A letter written once, for one reader: every `placeholder` in both versions becomes `token`.
 * Thousands of times faster than writing the letter again.
 */
export function fillIn(mail: Mail, placeholder: string, token: string): Mail {
  if (!/^[\w.~-]+$/.test(token)) throw new Error('A token needs no escaping: letters, digits and . _ ~ - only')
  return {
    subject: mail.subject,
    html: mail.html.replaceAll(placeholder, token),
    text: mail.text.replaceAll(placeholder, token),
  }
}
