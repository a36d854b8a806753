import { sha256 } from '@noble/hashes/sha2'
import { committedBytes, leafBytes } from '#app/features/proof/rules/entry.ts'
import { extendsTree, includes } from '#app/features/proof/rules/merkle.ts'
import { readHead, readReceipt } from '#app/features/proof/rules/receipt.ts'

interface Head {
  size: number
  root: string
  note: string
  key: string
}

/** Why something proves nothing: the name of the words for it. */
export class Fault extends Error {
  readonly values: Record<string, string>
  /** What was typed is wrong, and can be put right there. */
  readonly isTyped: boolean

  constructor(name: string, { values = {}, isTyped = false } = {}) {
    super(name)
    this.values = values
    this.isTyped = isTyped
  }
}

/** As the language of the page writes it. */
const spoken = (count: number): string => count.toLocaleString(document.documentElement.lang)

const bytesOf = (base64: unknown): Uint8Array<ArrayBuffer> => {
  if (typeof base64 !== 'string') throw new Fault('unreachable')
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}

const member = (from: unknown, name: string): unknown =>
  typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined

const textIn = (from: unknown, name: string): string => {
  const value = member(from, name)
  if (typeof value !== 'string') throw new Fault('unreachable')
  return value
}

async function ask(url: string): Promise<unknown> {
  const answer = await fetch(url).catch(() => null)
  if (!answer?.ok) throw new Fault('unreachable')
  return answer.json()
}

async function headOf(log: string): Promise<Head> {
  const read = await ask(`${log}/head`)
  const size = member(read, 'size')
  if (typeof size !== 'number') throw new Fault('unreachable')
  return { size, root: textIn(read, 'root'), note: textIn(read, 'note'), key: textIn(read, 'key') }
}

async function proofAt(url: string): Promise<Uint8Array[]> {
  const given = member(await ask(url), 'proof')
  return Array.isArray(given) ? given.map(bytesOf) : []
}

/** Whether the note says this head, and its key has signed it. `null` where the browser knows no Ed25519. */
async function isSigned({ size, root, note, key }: Head): Promise<boolean | null> {
  const [, name = '', id = '', base64 = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(key) ?? []
  const end = note.indexOf('\n\n') + 1
  const line = note.slice(end + 1).trim()
  if (note.slice(0, end) !== `${name}\n${size}\n${root}\n` || !line.startsWith(`— ${name} `)) return false
  const signed = bytesOf(line.slice(`— ${name} `.length))
  if ([...signed.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('') !== id) return false
  try {
    const publicKey = await crypto.subtle.importKey('raw', bytesOf(base64).slice(1), 'Ed25519', false, ['verify'])
    const text = new TextEncoder().encode(note.slice(0, end))
    return await crypto.subtle.verify('Ed25519', publicKey, signed.slice(4), text)
  } catch {
    return null
  }
}

export interface Checking {
  /** The addresses of the log begin with it. */
  log: string
  origin: string
  /** Called with each step as it is found to hold. */
  say: (step: string, values?: Record<string, string>) => void
}

async function mustBeSigned(head: Head, say: Checking['say']) {
  const signed = await isSigned(head)
  if (signed === false) throw new Fault('notSigned')
  say(signed ? 'steps.signed' : 'unsigned')
}

const mustBeOfThis = (log: string | null, origin: string) => {
  if (log !== null && log !== origin) throw new Fault('otherLog', { values: { log }, isTyped: true })
}

/** That a receipt is in the log of now. @throws Fault */
export async function checkReceipt(typed: string, { log, origin, say }: Checking): Promise<void> {
  const receipt = readReceipt(typed)
  if (!receipt) throw new Fault('unreadable', { isTyped: true })
  mustBeOfThis(receipt.log, origin)
  say('steps.read')
  const commitment = sha256(committedBytes(receipt.nonce, receipt.signature))
  const leaf = sha256(leafBytes({ ...receipt, commitment }))
  say('steps.leaf', { number: spoken(receipt.index + 1) })
  const head = await headOf(log)
  if (receipt.index >= head.size) throw new Fault('notYet')
  const proof = await proofAt(`${log}/proof?index=${receipt.index}&size=${head.size}`)
  const claim = { index: receipt.index, size: head.size, root: bytesOf(head.root), leaf, proof }
  if (!includes(claim, sha256)) throw new Fault('notIncluded')
  say('steps.included', { size: spoken(head.size) })
  await mustBeSigned(head, say)
}

/** That the log of now begins with the log of an earlier head. @throws Fault */
export async function checkHead(typed: string, { log, origin, say }: Checking): Promise<void> {
  const kept = readHead(typed)
  if (!kept) throw new Fault('unreadable', { isTyped: true })
  mustBeOfThis(kept.log, origin)
  if (kept.size === 0) throw new Fault('unreadable', { isTyped: true })
  say('steps.kept', { size: spoken(kept.size) })
  const head = await headOf(log)
  if (kept.size > head.size) throw new Fault('longer', { values: { size: spoken(head.size) } })
  const proof = await proofAt(`${log}/consistency?first=${kept.size}&second=${head.size}`)
  const claim = { first: kept.size, second: head.size, firstRoot: kept.root, secondRoot: bytesOf(head.root), proof }
  if (!extendsTree(claim, sha256)) throw new Fault('notExtended')
  say('steps.extended', { size: spoken(head.size) })
  await mustBeSigned(head, say)
}
