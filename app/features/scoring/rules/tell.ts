import type { ScoreMode } from '../schema.ts'
import { isTrueOf, labelOf, orders, type Answers } from './labels.ts'
import type { GroupReading } from './groups.ts'
import type { Criterion } from './population.ts'
import type { Reading, RuleReading } from './reading.ts'
import { states, type Matrix, type Sorted } from './score.ts'
import { modeWords, say, sayCounted, type Saying } from './words.ts'

/** A system as the page and its script know it: in one language. */
export interface PlaySet {
  key: string
  mode: ScoreMode
  name: string
  first: string
  second: string
  criteria: readonly (Criterion & { name: string })[]
}

/** What stands in each named place of the page. The server writes it first, the script anew: the same words, the same numbers. */
export type Said = Record<string, string>

const whole = (share: number): number => Number((share * 100).toFixed(0))

const number = ({ locale }: Saying, value: number): string =>
  value.toLocaleString(locale === 'fr' ? 'fr-FR' : 'en-GB', { maximumFractionDigits: 1 })

const percent = ({ locale }: Saying, share: number): string =>
  share.toLocaleString(locale === 'fr' ? 'fr-FR' : 'en-GB', { style: 'percent', maximumFractionDigits: 0 })

const listed = (saying: Saying, names: readonly string[]): string =>
  new Intl.ListFormat(saying.locale).format(names.map((facts) => say(saying, 'both.quoted', { facts })))

/** `33 of 37` and `89 %`. */
function rate(saying: Saying, name: string, [part, all]: readonly [number, number]): Said {
  return {
    [`${name}.parts`]: say(saying, 'both.of', { number: part, whole: all }),
    [`${name}.percent`]: all === 0 ? say(saying, 'both.none') : percent(saying, part / all),
  }
}

function sayRates(saying: Saying, { hit, falseAlarm, missed, leftAlone }: Matrix): Said {
  return {
    ...rate(saying, 'base', [hit + missed, hit + falseAlarm + missed + leftAlone]),
    ...rate(saying, 'wrong', [falseAlarm, hit + falseAlarm]),
    ...rate(saying, 'right', [hit, hit + falseAlarm]),
    ...rate(saying, 'spread', [falseAlarm, falseAlarm + leftAlone]),
    ...rate(saying, 'recall', [hit, hit + missed]),
  }
}

function sayMatrix(saying: Saying, { matrix, flagged, rates }: Reading, mode: ScoreMode): Said {
  const { hit, falseAlarm, missed, leftAlone } = matrix
  const outOf100 = whole(rates.wrongAmongFlagged ?? 0)
  const said: Said = {
    flaggedNumber: String(flagged),
    flaggedWords: sayCounted(saying, `${mode}.flagged`, { count: flagged }),
    wrongNumber: String(falseAlarm),
    wrongWords: sayCounted(saying, `${mode}.wrong`, { count: falseAlarm }),
    outOf100: flagged === 0 ? say(saying, 'both.nobody') : sayCounted(saying, `${mode}.outOf100`, { count: outOf100 }),
    'sum.found': String(hit + missed),
    'sum.innocent': String(falseAlarm + leftAlone),
    'sum.left': String(missed + leftAlone),
  }
  for (const state of states) said[`count.${state}`] = String(matrix[state])
  said['live'] =
    `${said['flaggedNumber']} ${said['flaggedWords']}, ${said['wrongNumber']} ${said['wrongWords']}. ${said['outOf100']}`
  return said
}

/** Fair to the tool: what it finds, beside what as many checks by lot would. Half a find more is no help yet. */
function sayLot(saying: Saying, { matrix, flagged, byLot, checksByLot }: Reading, mode: ScoreMode): Said {
  if (flagged === 0) return { lot: say(saying, 'both.nobody'), lotVerdict: '' }
  const values = { checks: flagged, found: matrix.hit, whole: matrix.hit + matrix.missed, byLot: number(saying, byLot) }
  const verdict =
    matrix.hit > byLot + 0.5
      ? say(saying, `${mode}.lotHelps`, { needed: checksByLot.toFixed(0) })
      : say(saying, `${mode}.lotSame`)
  return { lot: say(saying, `${mode}.lot`, values), lotVerdict: verdict }
}

const pointsOf = (saying: Saying, count: number): string => sayCounted(saying, 'both.points', { count })

/** A figure of the drawing, in words. */
export const sayPerson = (saying: Saying, { number: person, score, state }: Sorted, mode: ScoreMode): string =>
  say(saying, 'both.personOf', {
    person,
    points: pointsOf(saying, score),
    state: say(saying, `${mode}.state.${state}`),
  })

function saySmallest(saying: Saying, { smallest, person }: Reading, set: PlaySet): string {
  if (!smallest) return say(saying, `${set.mode}.impossible`)
  const names = smallest.places.map((place) => set.criteria[place]?.name ?? '')
  const isOut = person.state === 'hit' || person.state === 'falseAlarm'
  const values = { facts: listed(saying, names), points: pointsOf(saying, smallest.score) }
  return say(saying, `${set.mode}.${isOut ? 'smallestOut' : 'smallestIn'}`, values)
}

function sayOne(saying: Saying, reading: Reading, set: PlaySet): Said {
  const { person, most, threshold, tried } = reading
  const values = { person: person.number, points: pointsOf(saying, person.score), most, threshold }
  return {
    person: say(saying, 'both.person', values),
    personState: say(saying, `${set.mode}.state.${person.state}`),
    smallest: saySmallest(saying, reading, set),
    tried: say(saying, 'both.tried', {
      points: pointsOf(saying, tried.score),
      state: say(saying, `${set.mode}.${tried.flagged ? 'isFlagged' : 'isNot'}`),
    }),
  }
}

const rateOf = ({ flagged, size }: GroupReading): number => (size === 0 ? 0 : whole(flagged / size))

function sayRule(
  saying: Saying,
  { place, first, second }: RuleReading,
  { set, at }: { set: PlaySet; at: number },
): Said {
  const rule = set.criteria[place]?.name ?? ''
  const values = { rule, first: set.first, second: set.second, firstRate: rateOf(first), secondRate: rateOf(second) }
  return {
    [`rule.${at}`]: say(saying, 'both.ruleName', { number: at + 1, rule }),
    [`rule.${at}.words`]: say(saying, `${set.mode}.rule`, values),
    ...rate(saying, `rule.${at}.first.flagged`, [first.flagged, first.size]),
    ...rate(saying, `rule.${at}.second.flagged`, [second.flagged, second.size]),
    ...rate(saying, `rule.${at}.first.wrong`, [first.wrong, first.innocent]),
    ...rate(saying, `rule.${at}.second.wrong`, [second.wrong, second.innocent]),
  }
}

function sayProcedures(saying: Saying, { matrix, opaque, fair }: Reading, mode: ScoreMode): Said {
  const said: Said = {
    start: String(matrix.falseAlarm),
    procedure: say(saying, `${mode}.procedure`, {
      start: matrix.falseAlarm,
      opaque: opaque.remaining.length,
      fair: fair.remaining.length,
    }),
  }
  for (const [name, course] of [['opaque', opaque] as const, ['fair', fair] as const]) {
    said[`${name}.read`] = String(course.read)
    said[`${name}.reviewed`] = String(course.reviewed.length)
    said[`${name}.restored`] = String(course.restored.length)
    said[`${name}.remaining`] = String(course.remaining.length)
  }
  return said
}

/** Everything that the page says of a score, place by place. */
export function tell(saying: Saying, reading: Reading, set: PlaySet): Said {
  const [one, other] = reading.rules
  const heads = modeWords.filter((name) => name.startsWith('head.'))
  return {
    ...Object.fromEntries(heads.map((name) => [name, say(saying, `${set.mode}.${name}`)])),
    ...sayMatrix(saying, reading, set.mode),
    ...sayRates(saying, reading.matrix),
    ...sayLot(saying, reading, set.mode),
    ...sayOne(saying, reading, set),
    'group.first': set.first,
    'group.second': set.second,
    ...sayRule(saying, one, { set, at: 0 }),
    ...sayRule(saying, other, { set, at: 1 }),
    ...sayProcedures(saying, reading, set.mode),
  }
}

/** What is said of answers: the label by each order, which sentences are true, and how many labels that makes. */
export function tellLabels(saying: Saying, answers: Answers, names: Readonly<Record<string, string>>): Said {
  const given = orders.map((order) => labelOf(answers, order))
  const said: Said = { labels: sayCounted(saying, 'both.labels', { count: new Set(given).size }) }
  for (const [at, label] of given.entries()) said[`label.${at}`] = names[label] ?? label
  for (const sentence of orders[0])
    said[`true.${sentence}`] = say(saying, isTrueOf(sentence, answers) ? 'both.yes' : 'both.no')
  return said
}
