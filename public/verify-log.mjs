#!/usr/bin/env node
// Verifies the log of a Portevoix campaign with Node.js (20 or newer) alone: no package, no file of ours beside this one.
// It shares no code with the site on purpose. Licence: AGPL-3.0-or-later.
//
//   node verify-log.mjs https://petition.example.org score            downloads the log and verifies it
//   node verify-log.mjs https://petition.example.org score --save log.jsonl  and keeps what it downloaded
//   node verify-log.mjs log.jsonl                                     verifies what was kept, without a network
//   --receipt receipt.json   also: this receipt is in the log
//   --head head.txt          also: the log still begins with the log of this earlier head (a signed note)
//   --key KEY                the key to trust, if you have it from elsewhere; otherwise the one the site gives
//
// Exit code: 0 everything holds, 1 something does not, 2 wrong usage.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream, createWriteStream, readFileSync, realpathSync } from 'node:fs'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const letters = { confirm: 'C', withdraw: 'W', invalidate: 'I', restore: 'R' }
const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest()
const bytes = (base64) => Buffer.from(base64, 'base64')

/** RFC 9162 §2.1.1, leaf by leaf: keeps the roots of the whole subtrees so far, the largest first. */
class Tree {
  size = 0
  subtrees = []

  add(leaf) {
    let node = leaf
    for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2) node = sha256(Buffer.of(1), this.subtrees.pop(), node)
    this.subtrees.push(node)
    this.size += 1
  }

  root() {
    if (this.size === 0) return sha256()
    let node = this.subtrees.at(-1)
    for (const left of this.subtrees.slice(0, -1).reverse()) node = sha256(Buffer.of(1), left, node)
    return node
  }
}

/** SHA-256 of 0x00, commitment, text, day and the letter of the event. */
const leafOf = ({ commitment, text, day, event }) =>
  sha256(Buffer.of(0), bytes(commitment), bytes(text), Buffer.from(day, 'latin1'), Buffer.from(letters[event] ?? '?'))

/** A signed note (C2SP): its three lines, when the key has signed them. */
function openNote(note, key) {
  const [, name, id, base64] = /^([^+\n]+)\+([0-9a-f]{8})\+(\S+)$/.exec(key.trim()) ?? []
  const split = note.indexOf('\n\n')
  if (!name || split < 0) return null
  const text = note.slice(0, split + 1)
  const typed = bytes(base64)
  if (typed[0] !== 1 || typed.length !== 33) return null
  if (sha256(Buffer.from(`${name}\n`), typed).subarray(0, 4).toString('hex') !== id) return null
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), typed.subarray(1)])
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  const isSigned = note.slice(split + 2).split('\n').some((line) => {
    if (!line.startsWith(`— ${name} `)) return false
    const signature = bytes(line.slice(`— ${name} `.length))
    return signature.subarray(0, 4).toString('hex') === id && verify(null, Buffer.from(text), publicKey, signature.subarray(4))
  })
  const [origin, size, root] = text.split('\n')
  return isSigned && /^\d+$/.test(size) ? { origin, size: Number(size), root } : null
}

async function ask(url) {
  for (let tries = 1; ; tries += 1) {
    const answer = await fetch(url)
    if (answer.ok) return answer.json()
    if (tries === 5 || (answer.status !== 429 && answer.status !== 503)) throw new Error(`${url} answered ${answer.status}`)
    await new Promise((resolve) => setTimeout(resolve, 1000 * (Number(answer.headers.get('retry-after')) || tries)))
  }
}

/** The head, then every entry below its size. */
async function* download(site, campaign) {
  const log = `${site.replace(/\/$/, '')}/api/v1/campaigns/${campaign}/log`
  const head = await ask(`${log}/head`)
  yield head
  for (let start = 0; start < head.size; ) {
    const { entries } = await ask(`${log}/entries?start=${start}&end=${head.size - 1}`)
    if (entries.length === 0) throw new Error(`no entry ${start}`)
    yield* entries
    start += entries.length
  }
}

/** The same from a file that was kept: a line of JSON each. */
async function* kept(file) {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) if (line) yield JSON.parse(line)
}

async function* keeping(lines, file) {
  const out = createWriteStream(file)
  for await (const line of lines) {
    if (!out.write(`${JSON.stringify(line)}\n`)) await once(out, 'drain')
    yield line
  }
  out.end()
  await once(out, 'finish')
}

/** What is known of a log on the way through its entries. */
class Walk {
  tree = new Tree()
  tally = { confirm: 0, withdraw: 0, invalidate: 0, restore: 0 }
  wrong = []
  said = []

  constructor(head, { receipt, earlier, key = head.key }) {
    this.head = openNote(head.note, key)
    this.receipt = receipt
    this.earlier = earlier && openNote(earlier, key)
    if (!this.head) this.wrong.push('the head is not signed by this key')
    if (earlier && !this.earlier) this.wrong.push('the earlier head is not signed by this key')
  }

  /** One more entry: is it in its place, is it what its hash says, is it the one of the receipt? */
  take(entry) {
    const place = this.tree.size
    const leaf = leafOf(entry)
    if (entry.index !== place) this.wrong.push(`where entry ${place} should be, there is entry ${entry.index}`)
    if (entry.leafHash !== leaf.toString('base64')) this.wrong.push(`entry ${place} is not what its hash says`)
    if (Object.hasOwn(this.tally, entry.event)) this.tally[entry.event] += 1
    else this.wrong.push(`entry ${place} says nothing that is known`)
    if (this.receipt?.index === place) this.#recognise(entry, leaf)
    this.tree.add(leaf)
    if (this.earlier?.size === this.tree.size && this.earlier.root !== this.#root())
      this.wrong.push(`the log does not begin with the log of the earlier head of ${this.earlier.size} entries`)
  }

  #root() {
    return this.tree.root().toString('base64')
  }

  #recognise(entry, leaf) {
    const id = Buffer.from(this.receipt.signature.replaceAll('-', ''), 'hex')
    const commitment = sha256(bytes(this.receipt.nonce), id).toString('base64')
    if (leafOf({ ...this.receipt, commitment }).equals(leaf)) this.said.push(`your signature is entry ${entry.index}, of ${entry.day}`)
    else this.wrong.push('the receipt belongs to another entry')
  }

  end() {
    const { size } = this.tree
    if (this.head && this.head.size !== size) this.wrong.push(`the head speaks of ${this.head.size} entries, there are ${size}`)
    if (this.head && this.head.root !== this.#root()) this.wrong.push('the root over the entries is not the one that was signed')
    if (this.earlier && this.earlier.size > size) this.wrong.push('the earlier head is longer than the log')
    if (this.receipt && this.receipt.index >= size) this.wrong.push('the receipt is not in the log yet, or not any more')
    const { confirm, withdraw, invalidate, restore } = this.tally
    return {
      log: this.head?.origin ?? 'unknown',
      size,
      tally: this.tally,
      counted: confirm - withdraw - invalidate + restore,
      said: this.said,
      wrong: this.wrong,
    }
  }
}

/** Verifies a log: its head, then its entries in their order. */
export async function verifyLog(lines, options = {}) {
  let walk
  for await (const line of lines) {
    if (walk) walk.take(line)
    else walk = new Walk(line, options)
  }
  if (!walk) throw new Error('there is no head')
  return walk.end()
}

async function run() {
  const text = { type: 'string' }
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { receipt: text, head: text, key: text, save: text },
  })
  const [place, campaign] = positionals
  if (!place || positionals.length > 2) {
    console.error('node verify-log.mjs SITE CAMPAIGN | FILE   [--save FILE] [--receipt FILE] [--head FILE] [--key KEY]')
    return 2
  }
  const source = campaign ? download(place, campaign) : kept(place)
  const found = await verifyLog(values.save ? keeping(source, values.save) : source, {
    receipt: values.receipt && JSON.parse(readFileSync(values.receipt, 'utf8')),
    earlier: values.head && readFileSync(values.head, 'utf8'),
    key: values.key,
  })
  const { confirm, withdraw, invalidate, restore } = found.tally
  console.log(`${found.log}: ${found.size} entries`)
  console.log(`${confirm} confirmed - ${withdraw} withdrawn - ${invalidate} removed + ${restore} given back = ${found.counted} counted`)
  for (const sentence of found.said) console.log(sentence)
  for (const sentence of found.wrong) console.log(`WRONG: ${sentence}`)
  console.log(found.wrong.length === 0 ? 'everything holds' : 'not whole')
  return found.wrong.length === 0 ? 0 : 1
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href)
  process.exitCode = await run().catch((error) => {
    console.error(`It could not be verified: ${error.message}`)
    return 1
  })
