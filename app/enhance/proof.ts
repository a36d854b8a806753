import { sha256 } from '@noble/hashes/sha2'
import { committedBytes, leafBytes, logEvents } from '#app/features/proof/rules/entry.ts'
import { includes } from '#app/features/proof/rules/merkle.ts'

type Words = Record<string, string>

interface Receipt {
  log: string
  index: number
  signature: string
  nonce: Uint8Array
  text: Uint8Array
  day: string
  event: (typeof logEvents)[number]
}

interface Head {
  size: number
  root: string
  note: string
  key: string
}

/** Why a receipt proves nothing: the name of the words for it. */
class Fault extends Error {
  readonly values: Record<string, string>

  constructor(name: string, values: Record<string, string> = {}) {
    super(name)
    this.values = values
  }
}

const bytesOf = (base64: unknown): Uint8Array<ArrayBuffer> => {
  if (typeof base64 !== 'string') throw new Fault('unreadable')
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}

const member = (from: unknown, name: string): unknown =>
  typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined

const textIn = (from: unknown, name: string): string => {
  const value = member(from, name)
  if (typeof value !== 'string') throw new Fault('unreadable')
  return value
}

function readReceipt(typed: string): Receipt {
  try {
    const read: unknown = JSON.parse(typed)
    const [index, event] = [member(read, 'index'), logEvents.find((name) => name === member(read, 'event'))]
    const signature = textIn(read, 'signature')
    if (!event || typeof index !== 'number' || !/^[\da-f-]{36}$/.test(signature)) throw new Fault('unreadable')
    const [nonce, text] = [bytesOf(member(read, 'nonce')), bytesOf(member(read, 'text'))]
    return { log: textIn(read, 'log'), index, signature, nonce, text, day: textIn(read, 'day'), event }
  } catch {
    throw new Fault('unreadable')
  }
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
    return await crypto.subtle.verify(
      'Ed25519',
      publicKey,
      signed.slice(4),
      new TextEncoder().encode(note.slice(0, end)),
    )
  } catch {
    return null
  }
}

const filled = (words: string, values: Record<string, string>) =>
  words.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)

/** What was shown to hold, step by step, as it is found. @throws Fault */
async function check(
  typed: string,
  { log, origin, say }: { log: string; origin: string; say: (step: string, values?: Record<string, string>) => void },
) {
  const receipt = readReceipt(typed)
  if (receipt.log !== origin) throw new Fault('otherLog', { log: receipt.log })
  say('steps.read')
  const commitment = sha256(committedBytes(receipt.nonce, receipt.signature))
  const leaf = sha256(leafBytes({ ...receipt, commitment }))
  say('steps.leaf', { number: String(receipt.index + 1) })
  const head = await headOf(log)
  if (receipt.index >= head.size) throw new Fault('notYet')
  const read = await ask(`${log}/proof?index=${receipt.index}&size=${head.size}`)
  const given = member(read, 'proof')
  const proof = Array.isArray(given) ? given.map(bytesOf) : []
  const claim = { index: receipt.index, size: head.size, root: bytesOf(head.root), leaf, proof }
  if (!includes(claim, sha256)) throw new Fault('notIncluded')
  say('steps.included', { size: String(head.size) })
  const signed = await isSigned(head)
  if (signed === false) throw new Fault('notSigned')
  say(signed ? 'steps.signed' : 'unsigned')
}

function offer(form: HTMLFormElement): void {
  const area = form.querySelector('textarea')
  const list = form.querySelector('ol')
  const verdict = form.querySelector('output')
  if (!area || !list || !verdict) return
  const { log = '', origin = '', words: json = '{}' } = form.dataset
  const words: Words = JSON.parse(json)
  const wordsOf = (name: string, values: Record<string, string> = {}) => filled(words[name] ?? name, values)
  const look = async () => {
    list.replaceChildren()
    verdict.textContent = wordsOf('busy')
    const say = (step: string, values?: Record<string, string>) => {
      const item = document.createElement('li')
      item.textContent = wordsOf(step, values)
      list.append(item)
    }
    try {
      await check(area.value, { log, origin, say })
      verdict.textContent = wordsOf('good')
      verdict.dataset['holds'] = 'yes'
    } catch (fault) {
      verdict.dataset['holds'] = 'no'
      verdict.textContent =
        fault instanceof Fault ? wordsOf(`faults.${fault.message}`, fault.values) : wordsOf('faults.unreadable')
    }
  }
  form.hidden = false
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    void look()
  })
  // The receipt stands behind the # of the link: a part of an address that is sent to nobody.
  if (location.hash.length > 20) {
    area.value = decodeURIComponent(location.hash.slice(1))
    history.replaceState(null, '', location.pathname)
    void look()
  }
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-proof]')) offer(form)
