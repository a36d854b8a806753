import type { Field, ImportKind, Mapping } from '../schema.ts'

/** Tools whose exports are known by their header line. */
export const formatNames = [
  'mailchimp',
  'mailchimp-unsubscribed',
  'mailchimp-cleaned',
  'action-network',
  'speakout',
  'e-petitions',
  'e-petitions-counts',
  'change-org',
] as const
export type FormatName = (typeof formatNames)[number]

interface Format {
  name: FormatName
  /** As people know it. */
  tool: string
  kind: ImportKind
  /** Columns that only this tool writes together. */
  marks: readonly string[]
  /** What a general reading of the header would not know or get wrong. */
  columns: Readonly<Record<string, Field | null>>
}

/** A title as it is compared: without case, accents and signs. */
export const plainHeader = (title: string): string =>
  title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * Mailchimp writes one file each of an audience's subscribed, unsubscribed and cleaned; SpeakOut (WordPress) writes UTF-16 with tabs;
 * Action Network names its own columns `can2_…`; e-petitions are the columns of its table of signatures, and its public lists, which
 * hold no people. Change.org gives addresses only of those who agreed to it.
 */
const formats: readonly Format[] = [
  {
    name: 'mailchimp-cleaned',
    tool: 'Mailchimp',
    kind: 'suppressions',
    marks: ['email address', 'clean time'],
    columns: {},
  },
  {
    name: 'mailchimp-unsubscribed',
    tool: 'Mailchimp',
    kind: 'suppressions',
    marks: ['email address', 'unsub time'],
    columns: {},
  },
  {
    name: 'mailchimp',
    tool: 'Mailchimp',
    kind: 'subscribers',
    marks: ['email address', 'member rating', 'optin time'],
    columns: { 'confirm time': 'agreedOn', region: null, cc: null },
  },
  {
    name: 'action-network',
    tool: 'Action Network',
    kind: 'signatures',
    marks: ['email', 'can2 user tags'],
    columns: { 'can2 subscription status': 'status', 'can2 subscription date': 'agreedOn', 'zip code': 'postcode' },
  },
  {
    name: 'action-network',
    tool: 'Action Network',
    kind: 'signatures',
    marks: ['email', 'can2 subscription status'],
    columns: { 'can2 subscription status': 'status', 'can2 subscription date': 'agreedOn', 'zip code': 'postcode' },
  },
  {
    name: 'speakout',
    tool: 'SpeakOut!',
    kind: 'signatures',
    marks: ['email address', 'date signed', 'petition title'],
    columns: { confirmed: 'status', 'date signed': 'agreedOn', 'email opt in': null },
  },
  {
    name: 'e-petitions',
    tool: 'e-petitions',
    kind: 'signatures',
    marks: ['email', 'postcode', 'location code', 'validated at'],
    columns: { state: 'status', 'validated at': 'agreedOn', 'location code': 'country' },
  },
  {
    name: 'e-petitions-counts',
    tool: 'e-petitions',
    kind: 'signatures',
    marks: ['petition', 'url', 'state', 'signatures count'],
    columns: { state: null },
  },
  {
    name: 'change-org',
    tool: 'Change.org',
    kind: 'signatures',
    marks: ['postal code', 'signed on'],
    columns: { 'signed on': 'agreedOn', state: null },
  },
]

/** What a title means in any file. */
const titles: Readonly<Record<string, Field>> = {
  email: 'email',
  'e mail': 'email',
  'email address': 'email',
  'e mail address': 'email',
  mail: 'email',
  courriel: 'email',
  'adresse email': 'email',
  'adresse e mail': 'email',
  'adresse mail': 'email',
  'adresse electronique': 'email',
  name: 'name',
  'full name': 'name',
  'nom complet': 'name',
  'nom et prenom': 'name',
  'prenom et nom': 'name',
  'first name': 'firstName',
  firstname: 'firstName',
  prenom: 'firstName',
  'last name': 'lastName',
  lastname: 'lastName',
  surname: 'lastName',
  nom: 'lastName',
  'nom de famille': 'lastName',
  postcode: 'postcode',
  'post code': 'postcode',
  'postal code': 'postcode',
  zip: 'postcode',
  'zip code': 'postcode',
  'code postal': 'postcode',
  cp: 'postcode',
  country: 'country',
  'country code': 'country',
  pays: 'country',
  language: 'language',
  locale: 'language',
  langue: 'language',
  date: 'agreedOn',
  'signed on': 'agreedOn',
  'date signed': 'agreedOn',
  'date de signature': 'agreedOn',
  status: 'status',
  statut: 'status',
  signatures: 'valid',
  'signatures valables': 'valid',
  valid: 'valid',
  'signatures refusees': 'refused',
  refused: 'refused',
  'collected from': 'collectedFrom',
  'recueillies du': 'collectedFrom',
  'collected to': 'collectedTo',
  'recueillies au': 'collectedTo',
  departement: 'department',
  department: 'department',
  sha256: 'scanHash',
  'sha 256': 'scanHash',
}

export interface Recognised {
  /** `null`: any other table. */
  format: FormatName | null
  /** Who wrote it, as people know it; empty when nobody can tell. */
  tool: string
  kind: ImportKind
  mapping: Mapping
}

/** Each field once: the first column that has it. */
function eachOnce(mapping: Mapping): Mapping {
  const seen = new Set<Field>()
  return mapping.map((field) => {
    if (field === null || seen.has(field)) return null
    seen.add(field)
    return field
  })
}

/** “Nom” alone is a whole name; beside a “Prénom” it is the family's. */
function wholeName(mapping: Mapping): Mapping {
  const isAlone = mapping.includes('lastName') && !mapping.includes('firstName') && !mapping.includes('name')
  return isAlone ? mapping.map((field) => (field === 'lastName' ? 'name' : field)) : mapping
}

/** Which tool wrote a file with this header line, and what its columns hold: a proposal, for a person to look at. */
export function recognise(header: readonly string[]): Recognised {
  const plain = header.map(plainHeader)
  const format = formats.find(({ marks }) => marks.every((mark) => plain.includes(mark)))
  const fieldOf = (title: string): Field | null => {
    if (format && Object.hasOwn(format.columns, title)) return format.columns[title] ?? null
    return Object.hasOwn(titles, title) ? (titles[title] ?? null) : null
  }
  const mapping = wholeName(eachOnce(plain.map(fieldOf)))
  const isPaper = !mapping.includes('email') && mapping.includes('valid') && mapping.includes('collectedFrom')
  return {
    format: format?.name ?? null,
    tool: format?.tool ?? '',
    kind: format?.kind ?? (isPaper ? 'paper' : 'signatures'),
    mapping,
  }
}

/** A first line with an address in it is nobody's header. */
export const looksLikeHeader = (cells: readonly string[]): boolean => !cells.some((cell) => cell.includes('@'))
