import { addressesIn, addressOf } from './fields.ts'
import { reasonInWords } from './in-words.ts'
import type { ReportedRecipient } from './delivery-status.ts'
import type { Letter } from './letter.ts'
import { actionInWords } from './sent-by-machine.ts'
import { repliesIn, statusesIn } from './status-codes.ts'

/** Here the message that came back begins. */
const copies = [
  /^[-=*_ >]{2,}[^\n]{0,12}(?:below this line|this is a copy|a copy of|copy of (?:the|your)|original (?:message|mail)|(?:the )?(?:body|header|headers|text) of|message (?:header|text|follows|body)|unsent message|returned message|forwarded message|start of (?:returned|forwarded)|begin(?:ning)? of|your message|message contents|undelivered message|rejected message|included message|mail follows)/im,
  /^(?:original message (?:headers?|follows)|message d'origine|le message (?:original|d'origine)|texte? (?:du|of) (?:the )?message|urspr(?:ü|ue)ngliche nachricht|mensaje original|messaggio originale|-+ ?message original|headers? (?:of the )?(?:original )?(?:message|mail)? ?follow)/im,
  /^(?:Received: (?:from|by)|Return-Path: ?<|Message-ID: ?<|DKIM-Signature:|MIME-Version: 1)/im,
]

/** What the report itself says, above the copy of the message. */
export function ownWords(text: string): string {
  const ends = copies.map((copy) => text.slice(40).search(copy)).filter((at) => at >= 0)
  const end = ends.length === 0 ? text.length : 40 + ends.reduce((first, at) => (at < first ? at : first))
  return text.slice(0, end)
}

const machines =
  /^(?:mailer-?daemon|postmaster|abuse|support|help(?:desk)?|no-?reply|root|webmaster|hostmaster|admin(?:istrator)?|bounces?|info-?spam|listmaster|contact|security|unblock|delist|removeme)(?:[+.\-_][^@]*)?@/i

/** Our own addresses: they stand in every report and are nobody who failed. */
function own({ headers, original }: Letter): Set<string> {
  const ours = ['to', 'delivered-to', 'envelope-to', 'from'].map((name) => headers.get(name) ?? '')
  const names = ['from', 'sender', 'reply-to', 'return-path', 'message-id', 'list-id']
  const addresses = [...ours, ...names.map((name) => original?.get(name) ?? '')].flatMap(addressesIn)
  return new Set(addresses.map((address) => address.toLowerCase()))
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@')).toLowerCase()

/** Of a domain of ours only those that nobody else stands beside: a server may repeat the sender's address in any spelling. */
function othersFirst(blocks: Block[], letter: Letter): Block[] {
  const ours = new Set(addressesIn(letter.headers.get('to') ?? '').map(domainOf))
  const others = blocks.filter(({ address }) => !ours.has(domainOf(address)))
  return others.length > 0 ? others : blocks
}

interface Block {
  address: string
  text: string
  /** It begins with a line that says nothing else, as in a list. */
  listed: boolean
}

const isAlone = (address: string, line: string) =>
  line.replaceAll(address, '').replace(/mailto|[\s<>"'*:;,-]/gi, '') === ''

/** The receiver before it, in another spelling. */
const isSameReceiver = /(?:expanded|generated) from|originally (?:addressed|sent) to/i

/** Each receiver with the lines that follow its first mention, up to the next one. */
function blocksOf(text: string, not: ReadonlySet<string>): Block[] {
  const blocks: Block[] = []
  for (const line of text.split('\n', 2000)) {
    const [address] = addressesIn(line).filter((one) => !not.has(one.toLowerCase()) && !machines.test(one))
    const known = blocks.find((block) => block.address.toLowerCase() === address?.toLowerCase())
    const opens = blocks.length === 0 || (blocks.length < 100 && !isSameReceiver.test(line))
    if (address && !known && opens) blocks.push({ address, text: line, listed: isAlone(address, line) })
    else if (known) known.text += `\n${line}`
    else {
      const last = blocks.at(-1)
      if (last) last.text += `\n${line}`
    }
  }
  return blocks
}

/** Of those who are listed one below the other, what follows is said of each. */
function sharing(blocks: readonly Block[]): Block[] {
  const shared: Block[] = []
  for (const block of [...blocks].reverse()) {
    const next = shared[0]
    const silent = block.listed && isAlone(block.address, block.text)
    shared.unshift(silent && next?.listed ? { ...block, text: `${block.text}\n${next.text.slice(0, 8000)}` } : block)
  }
  return shared
}

const speaks = (text: string) =>
  statusesIn(text).length > 0 || repliesIn(text).length > 0 || reasonInWords(text) !== null

/** Sendmail puts the other server's answer there, and below it a code of its own that says "unknown" of every refusal. */
const answerIn = (text: string): string => /\(reason: ([^\n]{1,1000})/i.exec(text.slice(0, 20_000))?.[1] ?? ''

/** Receivers named by a report that has no fields: qmail, Exim, and everyone with wordings of their own. */
export function recipientsInText(letter: Letter): ReportedRecipient[] {
  const text = ownWords(letter.text)
  const action = actionInWords(letter.subject, text)
  const evidence = (about: string) => ({ action, status: null, diagnostic: answerIn(about), text: about })
  const named = addressesIn(letter.headers.get('x-failed-recipients') ?? '')
  const blocks = sharing(othersFirst(blocksOf(text, own(letter)), letter))
  const failed = named.length > 0 ? named : blocks.map(({ address }) => address)
  const receiver = addressOf(letter.original?.get('to') ?? '') ?? addressOf(letter.original?.get('x-original-to') ?? '')
  const addresses = failed.length > 0 ? failed : [receiver]
  const telling = blocks.filter((block) => speaks(block.text))
  const listed = blocks.filter((block) => block.listed)
  const chosen = telling.length > 0 ? telling : listed
  const relevant =
    failed.length > 1 && chosen.length > 0
      ? chosen.map(({ address }) => address)
      : addresses.slice(0, named.length > 0 ? 100 : 1)
  return relevant.map((address) => {
    const block = blocks.find((one) => one.address === address)
    return { address, evidence: evidence(block && speaks(block.text) ? block.text : `${letter.subject}\n${text}`) }
  })
}
