/**
 * Which answers are near to a text. Pure, and of our own: nothing that somebody typed about themselves goes to the database to be
 * searched, and what is sealed can be compared once it is open. Words without accents and endings, the rarer the heavier; a slip
 * of the hand still finds.
 */

/** A thing that can be found: one language of it. */
export interface Findable {
  /** Of the entry; its languages share it. */
  id: string
  question: string
  answer: string
}

export interface Near {
  id: string
  /** From above 0 to 1: how much of what weighs in the text was found. */
  score: number
}

/** Of a text only so many words: 2,000 characters have fewer. */
const mostWords = 400
/** Of unknown words only so many are compared letter by letter. */
const mostGuessed = 24
const inAnswer = 0.55
const guessedFrom = 0.55

const stopWords = new Set(
  `a ai aie ainsi alors apres au aucun aussi autre aux avant avec avoir avais avait car ce ceci cela celle celui ces cet cette chez ci comme comment
  dans de des depuis deux dire dit dois doit donc dont du elle elles en encore entre est et etait ete etes etre eu eux fait faire faut fois
  font ici il ils je jamais jusque la le les leur leurs lui ma mais me meme memes mes moi mon ne ni nos notre nous on ont ou par parce pas
  peu peut peux plus pour pourquoi pouvez pouvoir puis puisque qu quand que quel quelle quelles quels qui quoi sa sans se sera ses si soi
  sont sous son suis sur ta te tes toi ton tous tout toute toutes tres trop tu un une vais va veut veux vos votre vous voici voila y
  about after all also am an and any are as at be because been before being both but by can could did do does doing for from get had has
  have having he her here him his how i if in into is it its just me more most must my no nor not of off on only or other our out over own
  same she should so some such than that the their them then there these they this those through to too under until up was we were
  what when where which while who whom why will with would you your bonjour merci hello thanks`.split(/\s+/),
)

/** Longest first; what is left has three letters at least. */
const endings =
  'issement atrices ations ements atrice ateurs ation ateur ement iques ments ables ibles euses ique ment able ible euse eurs eaux ions ites ives ings eur ion ite ies ive ifs ing ees ers ent ant ait ed er ez ee es if ie e s x'.split(
    ' ',
  )

function stemOf(word: string): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= 3)
  return ending && !/\d/.test(word) ? word.slice(0, -ending.length) : word
}

/** The words that say something, as stems, in their order. */
export function stemsOf(text: string): string[] {
  const folded = text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
  const words = folded.match(/[a-z0-9]+/g) ?? []
  return words.slice(0, mostWords).flatMap((word) => (word.length < 2 || stopWords.has(word) ? [] : [stemOf(word)]))
}

const trigrams = (word: string): Set<string> => {
  const padded = ` ${word} `
  const all = new Set<string>()
  for (let place = 0; place + 3 <= padded.length; place += 1) all.add(padded.slice(place, place + 3))
  return all
}

/** Dice's coefficient of what two words share, 0 to 1. */
function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const part of one) if (other.has(part)) shared += 1
  return (2 * shared) / (one.size + other.size)
}

interface Indexed {
  id: string
  place: number
  question: ReadonlySet<string>
  answer: ReadonlySet<string>
}

/** How many of the things say a word, in either language. */
function frequencies(all: readonly Indexed[]): Map<string, Set<string>> {
  const sayers = new Map<string, Set<string>>()
  for (const { id, question, answer } of all)
    for (const stem of new Set([...question, ...answer])) {
      const known = sayers.get(stem)
      if (known) known.add(id)
      else sayers.set(stem, new Set([id]))
    }
  return sayers
}

/** A word that nobody says may be a slip: the known word that it is most alike, if one is near. */
function guess(stem: string, known: Iterable<string>): { stem: string; certainty: number } | null {
  if (stem.length < 4) return null
  const mine = trigrams(stem)
  let best: { stem: string; certainty: number } | null = null
  for (const other of known) {
    if (other[0] !== stem[0] || Math.abs(other.length - stem.length) > 3) continue
    const certainty = alike(mine, trigrams(other))
    if (
      certainty < guessedFrom ||
      (best && (certainty < best.certainty || (certainty === best.certainty && other > best.stem)))
    )
      continue
    best = { stem: other, certainty }
  }
  return best
}

interface Sought {
  stem: string
  /** The rarer, the heavier. */
  weight: number
}

function soughtIn(text: string, sayers: ReadonlyMap<string, ReadonlySet<string>>, n: number) {
  const stems = [...new Set(stemsOf(text))]
  const sought = new Map<string, number>()
  let guesses = 0
  for (const typed of stems) {
    const isKnown = sayers.has(typed)
    if (!isKnown && (guesses += 1) > mostGuessed) continue
    const meant = isKnown ? { stem: typed, certainty: 1 } : guess(typed, sayers.keys())
    if (!meant) continue
    const said = sayers.get(meant.stem)?.size ?? 0
    const weight = meant.certainty * Math.log(1 + (n - said + 0.5) / (said + 0.5))
    sought.set(meant.stem, Math.max(weight, sought.get(meant.stem) ?? 0))
  }
  // In one order: a sum hangs on it in its last digits, and the order of words says nothing.
  const inOrder = [...sought].toSorted(([one], [other]) => (one < other ? -1 : 1))
  return { sought: inOrder.map(([stem, weight]): Sought => ({ stem, weight })), typed: stems.length }
}

function found({ question, answer }: Indexed, sought: readonly Sought[]) {
  let sum = 0
  let words = 0
  let asked = false
  for (const { stem, weight } of sought) {
    const share = question.has(stem) ? 1 : answer.has(stem) ? inAnswer : 0
    sum += weight * share
    if (share > 0) words += 1
    if (share === 1) asked = true
  }
  return { sum, words, asked }
}

/** One word in common says nothing of a text that is longer than this … */
const shortText = 3
/** … unless it is a word of the question, and so much of the text is about what is answered here. */
const onSubject = 0.5

/** Things made ready to be searched: every word of them is a stem already. */
export interface Index {
  indexed: readonly Indexed[]
  sayers: ReadonlyMap<string, ReadonlySet<string>>
  /** How many things, whatever their languages. */
  n: number
}

export function indexOf(things: readonly Findable[]): Index {
  const indexed = things.map(({ id, question, answer }, place): Indexed => ({
    id,
    place,
    question: new Set(stemsOf(question)),
    answer: new Set(stemsOf(answer)),
  }))
  return { indexed, sayers: frequencies(indexed), n: new Set(things.map(({ id }) => id)).size }
}

/** The same as `nearest`, of things made ready before. */
export function nearestIn(text: string, { indexed, sayers, n }: Index, most: number): Near[] {
  const { sought, typed } = soughtIn(text, sayers, n)
  const whole = sought.reduce((sum, { weight }) => sum + weight, 0)
  if (whole === 0) return []
  const oneIsEnough = typed <= shortText
  const isAbout = sought.length >= typed * onSubject
  const best = new Map<string, { thing: Indexed; score: number }>()
  for (const thing of indexed) {
    const { sum, words, asked } = found(thing, sought)
    if (sum === 0 || (words < 2 && !(oneIsEnough || (isAbout && asked)))) continue
    const known = best.get(thing.id)
    if (!known || sum / whole > known.score) best.set(thing.id, { thing, score: sum / whole })
  }
  const ranked = [...best.values()].toSorted(
    (a, b) => b.score - a.score || a.thing.question.size - b.thing.question.size || a.thing.place - b.thing.place,
  )
  const least = Math.max(0.15, (ranked[0]?.score ?? 0) * 0.4)
  return ranked
    .filter(({ score }) => score >= least)
    .slice(0, most)
    .map(({ thing, score }) => ({ id: thing.id, score }))
}

/**
 * The things that are nearest to a text, the nearest first, at most `most` of them; none when nothing is near. Each thing is found
 * by the better of its languages. Of two that are as near, the shorter question comes first, then the one that was given first.
 */
export const nearest = (text: string, things: readonly Findable[], most: number): Near[] =>
  nearestIn(text, indexOf(things), most)
