import { departmentOfPostcode } from '#app/features/campaigns/departments.ts'
import { mostInBatch } from '#app/features/paper/schema.ts'
import { frenchPostcode, signerName } from '#app/features/signatures/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { readAddress } from '#app/infra/mail/address.ts'
import type { Field, RefusalReason, RowRules } from '../schema.ts'
import { fieldsOf } from '../schema.ts'
import { readDay } from './days.ts'
import { readCountry, readDepartment, readLanguage } from './places.ts'

/** A person as a row names them, held to what a form of ours is held to. */
export interface PersonRow {
  email: string
  /** Empty where none is asked for. */
  name: string
  postcode: string
  country: string
  department: string | null
  locale: Locale
  /** `YYYY-MM-DD`, when the file says. */
  agreedOn: string | null
}

/** A pile of sheets as a row counts it. */
export interface PaperRow {
  valid: number
  refused: number
  collectedFrom: string
  collectedTo: string
  department: string | null
  /** Of the scan; `null`: the row names none. */
  scanHash: string | null
}

export type ReadRow =
  | { kind: 'person'; person: PersonRow }
  | { kind: 'paper'; paper: PaperRow }
  | { kind: 'refused'; column: number | null; reason: RefusalReason }

/** A row that does not come in, and the column that says so. */
class Refused extends Error {
  constructor(
    readonly field: Field,
    readonly reason: RefusalReason,
  ) {
    super(reason)
  }
}

type CellOf = (field: Field) => string

/** Some spreadsheets are given an apostrophe so that they run nothing: it is no part of what the cell says. */
const inert = /^'(?=[=+\-@])/

function cellsOf(cells: readonly string[], { kind, mapping }: RowRules): CellOf {
  return (field) => {
    if (!fieldsOf[kind].includes(field)) return ''
    const at = mapping.indexOf(field)
    return at === -1 ? '' : (cells[at] ?? '').replace(inert, '').trim()
  }
}

/** What tools write of somebody who agreed and still does. */
const active = new Set(
  'subscribed confirmed validated active yes y true 1 on x oui o vrai abonne actif confirme'.split(' '),
)
const plainWord = (text: string) => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

function dayIn(cell: CellOf, field: 'agreedOn' | 'collectedFrom' | 'collectedTo', rules: RowRules): string | null {
  const text = cell(field)
  if (text === '') return null
  const day = readDay(text, rules.dayOrder)
  if (day === null) throw new Refused(field, 'dayInvalid')
  if (day > rules.today) throw new Refused(field, 'inFuture')
  return day
}

function emailIn(cell: CellOf): string {
  const text = cell('email')
  if (text === '') throw new Refused('email', 'emailMissing')
  const address = readAddress(text)
  if (address === null) throw new Refused('email', 'emailInvalid')
  return address
}

function nameIn(cell: CellOf, isAsked: boolean): string {
  const whole = cell('name')
  const text = whole === '' ? `${cell('firstName')} ${cell('lastName')}`.trim() : whole
  if (text === '' && !isAsked) return ''
  const field = whole === '' ? 'lastName' : 'name'
  if (text === '') throw new Refused(field, 'nameMissing')
  const read = signerName.safeParse(text)
  if (read.success) return read.data
  // Of somebody who only gets news a name that is none is left out: nothing rests on it.
  if (!isAsked) return ''
  throw new Refused(field, 'nameInvalid')
}

function placeIn(cell: CellOf) {
  const typed = cell('country')
  const country = typed === '' ? 'FR' : readCountry(typed)
  if (country === null) throw new Refused('country', 'countryUnknown')
  const compact = cell('postcode').replaceAll(/\s/gu, '')
  // A spreadsheet takes a code for a number, and drops the nought that it begins with.
  const postcode = country === 'FR' && /^\d{4}$/.test(compact) ? `0${compact}` : compact
  if (country === 'FR' && postcode !== '' && !frenchPostcode.test(postcode))
    throw new Refused('postcode', 'postcodeInvalid')
  const department = country === 'FR' && postcode !== '' ? departmentOfPostcode(postcode) : null
  return { country, postcode: postcode.slice(0, 20), department }
}

function personIn(cell: CellOf, rules: RowRules): PersonRow {
  const email = emailIn(cell)
  const status = plainWord(cell('status'))
  const isActive = active.has(status)
  if (rules.kind === 'suppressions') {
    // A list of those who left may hold those who stayed.
    if (isActive) throw new Refused('status', 'stillActive')
    return { email, name: '', ...noPlace, locale: rules.locale, agreedOn: null }
  }
  if (rules.mapping.includes('status') && !isActive) throw new Refused('status', 'notActive')
  const isSignature = rules.kind === 'signatures'
  return {
    email,
    name: nameIn(cell, isSignature),
    ...(isSignature ? placeIn(cell) : noPlace),
    locale: readLanguage(cell('language')) ?? rules.locale,
    agreedOn: dayIn(cell, 'agreedOn', rules),
  }
}

const noPlace = { country: 'FR', postcode: '', department: null }

function countIn(cell: CellOf, field: 'valid' | 'refused'): number {
  const text = cell(field).replaceAll(/[\s\u00A0\u202F]/gu, '')
  if (text === '' && field === 'refused') return 0
  if (!/^\d{1,7}$/.test(text) || Number(text) > mostInBatch) throw new Refused(field, 'countInvalid')
  if (field === 'valid' && Number(text) === 0) throw new Refused(field, 'countInvalid')
  return Number(text)
}

function paperIn(cell: CellOf, rules: RowRules): PaperRow {
  const valid = countIn(cell, 'valid')
  const refused = countIn(cell, 'refused')
  const collectedFrom = dayIn(cell, 'collectedFrom', rules)
  if (collectedFrom === null) throw new Refused('collectedFrom', 'dayInvalid')
  const collectedTo = dayIn(cell, 'collectedTo', rules) ?? collectedFrom
  if (collectedFrom > collectedTo) throw new Refused('collectedTo', 'daysCrossed')
  const place = cell('department')
  const department = place === '' ? null : readDepartment(place)
  if (place !== '' && department === null) throw new Refused('department', 'departmentUnknown')
  const hash = cell('scanHash').toLowerCase().replaceAll(/[\s:]/g, '')
  if (hash !== '' && !/^[\da-f]{64}$/.test(hash)) throw new Refused('scanHash', 'hashInvalid')
  return { valid, refused, collectedFrom, collectedTo, department, scanHash: hash === '' ? null : hash }
}

/** What one row of a file says under a mapping, or the first thing that is wrong with it. Columns that are not there are empty. */
export function readRow(cells: readonly string[], rules: RowRules): ReadRow {
  const cell = cellsOf(cells, rules)
  try {
    return rules.kind === 'paper'
      ? { kind: 'paper', paper: paperIn(cell, rules) }
      : { kind: 'person', person: personIn(cell, rules) }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const column = rules.mapping.indexOf(error.field)
    return { kind: 'refused', column: column === -1 ? null : column, reason: error.reason }
  }
}
