import { reasonInWords } from './in-words.ts'
import { castsDoubt, isHard, nearestStatus, type Reason } from './reasons.ts'
import { meaningOf, meaningOfReply, repliesIn, statusesIn } from './status-codes.ts'

/** Everything a report says of one receiver. */
export interface Evidence {
  /** `failed`, `delayed`… in small letters; `null` when nothing says it. */
  action: string | null
  /** The field `Status`. */
  status: string | null
  /** What the other server answered. */
  diagnostic: string
  /** What the report says to people. */
  text: string
}

export interface Judgement {
  reason: Reason
  hard: boolean
  /** It is not tried again. */
  isFinal: boolean
  /** The enhanced status, the most telling one; what comes nearest when the report gives none. */
  status: string
}

/** `5.0.0` and `4.0.0` say no more than yes or no. */
const isTelling = (status: string) => meaningOf(status) !== null

const isRefusal = (status: string) => !status.startsWith('2')

/** The field counts before the answer, unless it is one that says nothing. */
function statusOf({ status, diagnostic, text }: Evidence): string | null {
  const said = [...(status ? statusesIn(status) : []), ...statusesIn(diagnostic)].filter(isRefusal)
  const all =
    diagnostic === '' && said.every((code) => !isTelling(code))
      ? [...said, ...statusesIn(text).filter(isRefusal)]
      : said
  const sure = all.find((code) => meaningOf(code)?.vague === false)
  const [first] = all
  if (first && isTelling(first) && meaningOf(first)?.vague && sure?.startsWith(first.slice(0, 1))) return sure
  return all.find(isTelling) ?? first ?? null
}

/** Refused for now, and nothing says that this was the last attempt. */
function isForNow({ action }: Evidence, status: string | null, reply: string | null): boolean {
  if (action === 'failed') return false
  if (action === 'delayed') return true
  return status ? status.startsWith('4') : (reply?.startsWith('4') ?? false)
}

/**
 * Weighs what is known. Fields and codes that mean one thing decide. Two kinds of words may overrule them: those that speak of us,
 * of a full mailbox or of a filter make a hard code soft, since a wrong "hard" silences a person; those that say the mailbox
 * or its domain does not exist make a vague code hard, since many servers have one code for everything.
 */
export function judge(evidence: Evidence): Judgement {
  const status = statusOf(evidence)
  const meaning = status ? meaningOf(status) : null
  const reply =
    repliesIn(evidence.diagnostic)[0] ?? (evidence.diagnostic === '' ? repliesIn(evidence.text)[0] : null) ?? null
  const said = reasonInWords(evidence.diagnostic)
  const isClear = meaning && !meaning.vague && !status?.startsWith('4')
  const words = said ?? (isClear ? null : reasonInWords(evidence.text))
  const isFinal = !isForNow(evidence, status, reply)
  const reason = weigh({ meaning, words, reply, status })
  return { reason, hard: isHard(reason) && isFinal, isFinal, status: status ?? nearestStatus(reason, isFinal) }
}

interface Weighing {
  meaning: ReturnType<typeof meaningOf>
  words: Reason | null
  reply: string | null
  status: string | null
}

function weigh({ meaning, words, reply, status }: Weighing): Reason {
  if (words && castsDoubt(words)) return words
  // A code for now and words for good, or the other way round: the words know more.
  const contradicts = status?.startsWith('4') && words && meaning && isHard(words) !== isHard(meaning.reason)
  if (contradicts) return words
  if (meaning && !meaning.vague) return meaning.reason
  if (words && (isHard(words) || !meaning)) return words
  const byReply = reply ? meaningOfReply(reply) : null
  return meaning?.reason ?? byReply ?? words ?? 'unclear'
}
