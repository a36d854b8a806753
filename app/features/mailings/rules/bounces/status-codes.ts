import type { Reason } from './reasons.ts'

/** An enhanced status code (RFC 3463) without its class: `1.1` of `5.1.1`. */
interface Meaning {
  reason: Reason
  /** Servers use it for many things: words beside it may say more. */
  vague: boolean
}

const sure = (reason: Reason): Meaning => ({ reason, vague: false })
const vague = (reason: Reason): Meaning => ({ reason, vague: true })

/** RFC 3463, the registry of RFC 5248, and the codes of their own that large services document. */
const meanings: Readonly<Record<string, Meaning>> = {
  '1.0': vague('mailbox-unknown'),
  '1.1': sure('mailbox-unknown'),
  '1.2': sure('host-unknown'),
  '1.3': sure('mailbox-unknown'),
  '1.4': vague('unclear'),
  '1.6': sure('moved'),
  '1.7': sure('sender'),
  '1.8': sure('sender'),
  '1.9': sure('system'),
  '1.10': sure('takes-no-mail'),
  '1.351': sure('mailbox-unknown'),
  '2.0': vague('unclear'),
  '2.1': vague('disabled'),
  '2.2': sure('full'),
  '2.3': sure('too-big'),
  '2.4': sure('system'),
  '3.0': vague('system'),
  '3.1': sure('full'),
  '3.2': vague('system'),
  '3.3': vague('system'),
  '3.4': sure('too-big'),
  '3.5': vague('system'),
  '4.0': vague('network'),
  '4.1': vague('network'),
  '4.2': vague('network'),
  '4.3': vague('network'),
  '4.4': sure('host-unknown'),
  '4.5': sure('system'),
  '4.6': sure('system'),
  '4.7': vague('network'),
  '4.8': sure('system'),
  '4.310': sure('host-unknown'),
  '7.0': vague('policy'),
  '7.1': vague('policy'),
  '7.2': vague('policy'),
  '7.13': sure('disabled'),
  '7.17': sure('moved'),
  '7.18': sure('moved'),
}

const ofSubjects: Readonly<Record<string, Meaning>> = {
  '3': vague('system'),
  '4': vague('network'),
  '5': vague('system'),
  '6': vague('content'),
  '7': vague('policy'),
}

/** What an enhanced status code means, whatever its class; `null` when it says nothing (`5.0.0`). */
export function meaningOf(status: string): Meaning | null {
  const [, subject = '', detail = ''] = status.split('.')
  return meanings[`${subject}.${detail}`] ?? ofSubjects[subject] ?? null
}

/** What a bare reply code means where it is more than "no" (RFC 5321 §4.2, RFC 7504). */
const replies: Readonly<Record<string, Reason>> = {
  '421': 'system',
  '450': 'greylisted',
  '451': 'system',
  '452': 'full',
  '521': 'takes-no-mail',
  '523': 'too-big',
  '530': 'policy',
  '534': 'too-big',
  '535': 'policy',
  '551': 'moved',
  '552': 'full',
  '556': 'takes-no-mail',
  '571': 'policy',
}

export const meaningOfReply = (code: string): Reason | null => replies[code] ?? null

const enhanced = /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d.]*\d)/g

/** The enhanced status codes in a text, in order; addresses of the internet protocol are none. */
export const statusesIn = (text: string): string[] => [...text.matchAll(enhanced)].map(([found]) => found)

/** What may begin a reply may also stand between: without a bound, a page of `(` would be read from each of them to its end. */
const atTheBegin =
  /(?:^|[\n;>:,(]|\bsaid:?|\breply:?|\bresponse:?|\berror:?|\bcode:?|\bsmtp|\bfor)[\s"'<#(]{0,8}([45]\d\d)(?=$|[\s\-,:;"')#.])/gi

/** Codes of SMTP replies in a text: three digits where a reply begins. */
export const repliesIn = (text: string): string[] => [...text.matchAll(atTheBegin)].map(([, code = '']) => code)
