import { formatInstant } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { MessageKey, T } from '#app/i18n/t.ts'

/** What an entry of the trail says beside the deed: a name, and a value as text. */
export interface Fact {
  name: string
  value: string
}

/** Words for the names. A name that has none yet is shown as it is written down. */
const names: Readonly<Record<string, MessageKey>> = {
  at: 'staff.audit.facts.at',
  because: 'staff.audit.facts.because',
  fresh: 'staff.audit.facts.fresh',
  from: 'staff.audit.facts.from',
  inNameOf: 'staff.audit.facts.inNameOf',
  known: 'staff.audit.facts.known',
  lettersPerHour: 'staff.audit.facts.lettersPerHour',
  locale: 'staff.audit.facts.locale',
  places: 'staff.audit.facts.places',
  reason: 'staff.audit.facts.reason',
  resendsDoubtful: 'staff.audit.facts.resendsDoubtful',
  role: 'staff.audit.facts.role',
  sessions: 'staff.audit.facts.sessions',
  share: 'staff.audit.facts.share',
  signatures: 'staff.audit.facts.signatures',
  to: 'staff.audit.facts.to',
  total: 'staff.audit.facts.total',
  until: 'staff.audit.facts.until',
  version: 'staff.audit.facts.version',
  winner: 'staff.audit.facts.winner',
  wrong: 'staff.audit.facts.wrong',
}

/** Words for values of a closed list, by their name. */
const values: Readonly<Record<string, Readonly<Record<string, MessageKey>>>> = {
  because: { approval: 'staff.audit.facts.becauseApproval', faults: 'staff.audit.facts.becauseFaults' },
  role: {
    owner: 'staff.roles.owner',
    campaigner: 'staff.roles.campaigner',
    moderator: 'staff.roles.moderator',
    analyst: 'staff.roles.analyst',
  },
}

const everywhere: Readonly<Record<string, MessageKey>> = {
  true: 'staff.audit.facts.yes',
  false: 'staff.audit.facts.no',
  null: 'staff.audit.facts.none',
}

const anInstant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

const known = <V>(of: Readonly<Record<string, V>>, name: string): V | undefined =>
  Object.hasOwn(of, name) ? of[name] : undefined

function valueInWords({ name, value }: Fact, t: T, locale: Locale): string {
  const word = known(known(values, name) ?? {}, value) ?? known(everywhere, value)
  if (word) return t(word)
  if (anInstant.test(value)) return formatInstant(locale, new Date(value))
  return name === 'winner' ? value.toUpperCase() : value
}

/** Beside a deed, in words of one language. */
export const factsInWords = (facts: readonly Fact[], t: T, locale: Locale): string =>
  facts
    .map((fact) => {
      const label = known(names, fact.name)
      const value = valueInWords(fact, t, locale)
      return label ? t(label, { value }) : `${fact.name} ${value}`
    })
    .join(', ')
