/** What may point to a person. The names are those of `portevoix guard`. */
export const findingTypes = [
  'nir',
  'iban',
  'rib',
  'phone',
  'email',
  'url',
  'handle',
  'address',
  'birthdate',
  'plate',
  'person',
  'agency',
  'identifier',
  'date-place',
] as const
export type FindingType = (typeof findingTypes)[number]

/** `stop`: a deposit is refused while it is there. `warn`: shown to whoever writes and to whoever moderates. */
export type Severity = 'stop' | 'warn'

/** Names the neutral words that may stand in its place: those of the type, or of a name after a role ("my adviser …"). */
export type Wording = FindingType | 'name'

export interface Finding {
  type: FindingType
  severity: Severity
  /** UTF-16 offsets into the text as it was given; `end` is the first character after it. */
  start: number
  end: number
  wording: Wording
}

/** One look at a folded text. What it finds may overlap with what others find. */
export type Detector = (text: string) => Finding[]

export const stop = (type: FindingType, start: number, end: number): Finding => ({
  type,
  severity: 'stop',
  start,
  end,
  wording: type,
})

export const warn = (type: FindingType, start: number, end: number): Finding => ({
  type,
  severity: 'warn',
  start,
  end,
  wording: type,
})

/** A name beside the role of whoever bears it: the role may stay. */
export const warnOfName = (start: number, end: number): Finding => ({ ...warn('person', start, end), wording: 'name' })
