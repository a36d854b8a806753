import { departments } from '#app/features/campaigns/departments.ts'
import { consequences, systems, testimonyStates, uses } from '#app/features/testimonies/schema.ts'
import { locales } from '#app/i18n/locale.ts'
import { queueLists, type QueueList } from './schema.ts'

/** What of the queue is shown. It is the address of the page, and nothing else keeps it. */
export const choices = {
  state: testimonyStates,
  system: systems,
  department: departments.map(({ code }) => code),
  consequence: consequences,
  use: uses,
  language: locales,
} as const satisfies Record<string, readonly string[]>
export type Choice = keyof typeof choices
export const choiceNames = ['state', 'system', 'department', 'consequence', 'use', 'language'] as const

/** mine: in my hands · second: waits for a second person, who may be me · witness: for the witness's yes · answered: the last word is the witness's · urgent */
export const flags = ['mine', 'second', 'witness', 'answered', 'urgent'] as const
export type Flag = (typeof flags)[number]

export interface Filter {
  list: QueueList
  chosen: Partial<Record<Choice, string>>
  flags: Flag[]
}

export const everything: Filter = { list: 'waiting', chosen: {}, flags: [] }

/** Without a word in the address: what one can do now; where something was chosen, all that waits and is that. */
const usualList = (filter: Pick<Filter, 'chosen' | 'flags'>): QueueList => (isNarrowed(filter) ? 'waiting' : 'now')

/** Where what waits is, in whole or in part: there are lines to tick, and ages that press. */
export const isWaiting = (list: QueueList): boolean => list !== 'published' && list !== 'closed'

/** A list alone, with nothing chosen. */
export const listAddress = (list: QueueList): string =>
  deskAddress(null, { ...atTheBeginning, query: queryOf({ ...everything, list }) })

const oneOf = (codes: readonly string[], asked: string | null) => codes.find((code) => code === asked)

/** What an address asks for. Anything that is not on a list is as if it were not there: an old address still opens a queue. */
export function readFilter(asked: URLSearchParams): Filter {
  const chosen: Filter['chosen'] = {}
  for (const name of choiceNames) {
    const code = oneOf(choices[name], asked.get(name))
    if (code !== undefined) chosen[name] = code
  }
  const narrowing = { chosen, flags: flags.filter((flag) => asked.get(flag) === '1') }
  const list = queueLists.find((name) => name === asked.get('list'))
  return { list: list ?? usualList(narrowing), ...narrowing }
}

/** The same filter as an address, always in the same order: two that mean the same are the same text. */
export function queryOf(filter: Filter): string {
  const { list, chosen, flags: set } = filter
  const query = new URLSearchParams()
  if (list !== usualList(filter)) query.set('list', list)
  for (const name of choiceNames) {
    const code = chosen[name]
    if (code !== undefined) query.set(name, code)
  }
  for (const flag of flags) if (set.includes(flag)) query.set(flag, '1')
  return query.toString()
}

export const isNarrowed = ({ chosen, flags: set }: Pick<Filter, 'chosen' | 'flags'>): boolean =>
  Object.keys(chosen).length > 0 || set.length > 0

/** The last one of a page: the next page begins after it. */
export interface Cursor {
  urgent: boolean
  /** `YYYY-MM-DD` */
  week: string
  id: string
}

const cursorForm = /^([01])(\d{4}-\d\d-\d\d)([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/

export const cursorText = ({ urgent, week, id }: Cursor): string => `${urgent ? 1 : 0}${week}${id}`

/** `null`: the first page, also for what is no place in the queue. */
export function readCursor(asked: string | null): Cursor | null {
  const [, urgent, week = '', id = ''] = cursorForm.exec(asked ?? '') ?? []
  if (urgent === undefined || Number.isNaN(Date.parse(week))) return null
  return { urgent: urgent === '1', week, id }
}

export interface Whereabouts {
  /** The filter of the queue, as `queryOf` writes it. */
  query: string
  /** The page of the queue. */
  after: string | null
  /** Where one goes on when this one is done. */
  next: string | null
}

export const atTheBeginning: Whereabouts = { query: '', after: null, next: null }

/** An address of the desk that keeps the place: filter, page, and what comes next. */
export function deskAddress(id: string | null, { query, after, next }: Whereabouts, done?: string): string {
  const asked = new URLSearchParams(query)
  if (after !== null) asked.set('after', after)
  if (next !== null) asked.set('next', next)
  if (done !== undefined) asked.set('done', done)
  const text = asked.toString()
  return `/admin/testimonies${id === null ? '' : `/${id}`}${text && `?${text}`}`
}

const idForm = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/** The place that an address names. */
export function readWhereabouts(asked: URLSearchParams): Whereabouts {
  const after = readCursor(asked.get('after'))
  const next = asked.get('next') ?? ''
  return {
    query: queryOf(readFilter(asked)),
    after: after && cursorText(after),
    next: idForm.test(next) ? next : null,
  }
}
