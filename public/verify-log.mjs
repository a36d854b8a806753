#!/usr/bin/env node
// Verifies the log of a Portevoix campaign with Node.js (20 or newer) alone: no package, no file of ours beside this one.
// It shares no code with the site on purpose. Licence: AGPL-3.0-or-later.
//
//   node verify-log.mjs https://petition.example.org score            downloads the log and verifies it
//   node verify-log.mjs https://petition.example.org score --save log.jsonl  and keeps what it downloaded
//   node verify-log.mjs log.jsonl                                     verifies what was kept, without a network
//   --receipt receipt.txt    also: this receipt is in the log (the link of the e-mail, or the text of the page)
//   --head head.txt          also: the log still begins with the log of this earlier head (a signed note, or the link of a letter)
//   --key KEY                the key to trust, if you have it from elsewhere; otherwise the one the site gives
//   --proofs all             also asks for so many proofs that every hash is looked at from which the site makes them
//
// From a site it also asks for some proofs and for the number that is shown. Memory stays the same, however long the log.
// Exit code: 0 everything holds, 1 something does not, 2 wrong usage.
import * as crypto from 'node:crypto'
import { createReadStream, createWriteStream, readFileSync, realpathSync } from 'node:fs'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'

const letters = { confirm: 'C', withdraw: 'W', invalidate: 'I', restore: 'R' }
const { createHash, createPublicKey, randomInt, verify } = crypto
// In one call where Node has it (20.12), which takes a third of the time.
const digest = crypto.hash ? (data) => crypto.hash('sha256', data, 'buffer') : (data) => createHash('sha256').update(data).digest()
const sha256 = (...parts) => digest(Buffer.concat(parts))
const nodeOf = (left, right) => sha256(Buffer.of(1), left, right)
const bytes = (base64) => Buffer.from(base64, 'base64')

/** RFC 9162 §2.1.1, leaf by leaf: keeps the roots of the whole subtrees so far, the largest first. */
class Tree {
  size = 0
  subtrees = []

  add(leaf) {
    let node = leaf
    for (let rest = this.size; rest % 2 === 1; rest = (rest - 1) / 2) node = nodeOf(this.subtrees.pop(), node)
    this.subtrees.push(node)
    this.size += 1
  }

  root() {
    if (this.size === 0) return sha256()
    let node = this.subtrees.at(-1)
    for (const left of this.subtrees.slice(0, -1).reverse()) node = nodeOf(left, node)
    return node
  }
}

/** SHA-256 of 0x00, commitment, text, day and the letter of the event. */
const leafOf = ({ commitment, text, day, event }) =>
  sha256(Buffer.of(0), bytes(commitment), bytes(text), Buffer.from(day, 'latin1'), Buffer.from(letters[event] ?? '?'))

/** The largest power of two below a size of at least two. */
const split = (size) => 2 ** Math.ceil(Math.log2(size) - 1)

/** RFC 9162 §2.1.3: the root that a leaf and its proof lead to. The last hash of a proof is the highest. @throws when it has too few or too many */
function rootOfProof({ index, size, leaf, proof }) {
  const rest = proof.map(bytes)
  if (rest.some((one) => one.length !== 32)) throw new Error('no hash')
  const climb = (at, leaves) => {
    if (leaves === 1) return leaf
    const [middle, sibling] = [split(leaves), rest.pop()]
    return at < middle ? nodeOf(climb(at, middle), sibling) : nodeOf(sibling, climb(at - middle, leaves - middle))
  }
  const root = climb(index, size)
  if (rest.length > 0) throw new Error('too long')
  return root
}

/** RFC 9162 §2.1.4: the roots of the older and of the newer tree that a proof leads to. */
export function rootsOfProof({ first, second, firstRoot, proof }) {
  const rest = proof.map(bytes)
  if (rest.some((one) => one.length !== 32)) throw new Error('no hash')
  const climb = (older, newer, isWhole) => {
    if (older === newer) return Array(2).fill(isWhole ? firstRoot : rest.pop())
    const [middle, sibling] = [split(newer), rest.pop()]
    if (older <= middle) {
      const [then, now] = climb(older, middle, isWhole)
      return [then, nodeOf(now, sibling)]
    }
    const [then, now] = climb(older - middle, newer - middle, false)
    return [nodeOf(sibling, then), nodeOf(sibling, now)]
  }
  const roots = climb(first, second, true)
  if (rest.length > 0) throw new Error('too long')
  return roots
}

/** A receipt: the text of the page, or the link of the e-mail, however it was broken and quoted. */
export function readReceipt(text) {
  if (text.includes('{')) return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))
  const line = /(\d{1,15})\.([\da-f-]{36})\.([\w-]{43})\.([\w-]{43})\.(\d{4}-\d\d-\d\d)\.([CWIR])(?![\w-])/
  const [found, index, signature, nonce, signed, day, letter] = line.exec(text.replace(/[\s>]+/g, '')) ?? []
  if (!found) throw new Error('this is no receipt')
  const event = Object.keys(letters).find((name) => letters[name] === letter)
  return { index: Number(index), signature, nonce, text: signed, day, event }
}

/** An earlier head: a signed note, which says who vouches for it, or the link of a letter, which does not. */
function openEarlier(text, key) {
  const [, size, root] = /(?:^|[^\w.-])head\.(\d{1,15})\.([\w-]{43})(?![\w-])/.exec(` ${text.replace(/[\s>]+/g, '')}`) ?? []
  return root ? { size: Number(size), root: bytes(root).toString('base64') } : openNote(text, key)
}

/** A signed note (C2SP): its three lines, when the key has signed them. */
export function openNote(note, key) {
  const [, name, id, base64] = /^([^+\n]+)\+([0-9a-f]{8})\+(\S+)$/.exec(key.trim()) ?? []
  const end = note.indexOf('\n\n')
  if (!name || end < 0) return null
  const text = note.slice(0, end + 1)
  const typed = bytes(base64)
  if (typed[0] !== 1 || typed.length !== 33) return null
  if (sha256(Buffer.from(`${name}\n`), typed).subarray(0, 4).toString('hex') !== id) return null
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), typed.subarray(1)])
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  const isSigned = note.slice(end + 2).split('\n').some((line) => {
    if (!line.startsWith(`— ${name} `)) return false
    const signature = bytes(line.slice(`— ${name} `.length))
    return signature.subarray(0, 4).toString('hex') === id && verify(null, Buffer.from(text), publicKey, signature.subarray(4))
  })
  const [origin, size, root] = text.split('\n')
  return isSigned && /^\d+$/.test(size) ? { origin, size: Number(size), root } : null
}

/** Asks a site; one that wants us slower is waited for. */
const asking = (site, campaign) => async (path) => {
  const url = `${site.replace(/\/$/, '')}/api/v1/campaigns/${campaign}/${path}`
  for (let tries = 1; ; tries += 1) {
    const answer = await fetch(url)
    if (answer.ok) return answer.json()
    if (tries === 8 || (answer.status !== 429 && answer.status !== 503)) throw new Error(`${url} answered ${answer.status}`)
    await pause(1000 * (Number(answer.headers.get('retry-after')) || tries))
  }
}

/** The head, then every entry below its size. The next page is on its way while one is looked at. */
async function* download(ask) {
  const head = await ask('log/head')
  yield head
  const page = (start) => (start < head.size ? ask(`log/entries?start=${start}&end=${head.size - 1}`) : null)
  let coming = page(0)
  for (let start = 0; start < head.size; ) {
    const { entries } = await coming
    if (!Array.isArray(entries) || entries.length === 0) throw new Error(`no entry ${start}`)
    start += entries.length
    coming = page(start)
    coming?.catch(() => {})
    yield* entries
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

/** So many sentences say what is wrong; of more it is said how many. */
const mostSaid = 20
/** A short log is looked at whole. Of a longer one, so many proofs and so many older heads are asked for, at random places. */
const [whole, some] = [16, 24]

/** Leaves whose proofs are asked for, and sizes from which the log is shown to have grown. */
function chosen(size, everything) {
  const leaves = new Set(size <= whole ? Array(size).keys() : [0, size - 1])
  while (size > whole && leaves.size < Math.min(some, size)) leaves.add(randomInt(size))
  // The proofs of two neighbours show each hash of their tile of 256 between them, and all that is above it.
  if (everything) for (let tile = 0; tile < size; tile += 256) for (const one of [tile, Math.min(tile + 1, size - 1)]) leaves.add(one)
  const sizes = new Set(size <= whole ? Array(size).keys() : [1, size - 1])
  while (size > whole && sizes.size < 8) sizes.add(1 + randomInt(size - 1))
  sizes.delete(0)
  return { leaves, sizes }
}

/** What is known of a log on the way through its entries. */
class Walk {
  tree = new Tree()
  tally = { confirm: 0, withdraw: 0, invalidate: 0, restore: 0 }
  wrong = []
  said = []
  /** What proofs will be held against: leaves by their place, roots by the size of the tree. */
  leaves = new Map()
  roots = new Map()

  constructor(head, { receipt, earlier, key = head.key, proofs }) {
    this.served = head
    this.head = openNote(head.note, key)
    this.receipt = receipt
    this.earlier = earlier && openEarlier(earlier, key)
    this.wanted = chosen(this.head?.size ?? 0, proofs === 'all')
    if (this.head && (head.size !== this.head.size || head.root !== this.head.root)) this.wrong.push('the head says something else than its note')
    if (!this.head) this.wrong.push('the head is not signed by this key')
    if (receipt?.log && this.head && receipt.log !== this.head.origin) this.wrong.push('the receipt belongs to another log')
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
    if (this.wanted.leaves.has(place)) this.leaves.set(place, leaf)
    this.tree.add(leaf)
    if (this.wanted.sizes.has(this.tree.size)) this.roots.set(this.tree.size, this.tree.root())
    if (this.wrong.length > 2 * mostSaid) throw new Error(`much is wrong: ${this.wrong.slice(0, 3).join(', ')} …`)
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
    const told = ['confirmed', 'withdrawn', 'invalidated', 'restored'].map((name) => this.served[name])
    if (told.some((count, at) => count !== undefined && count !== [confirm, withdraw, invalidate, restore][at])) this.wrong.push('the head counts otherwise than its entries')
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
export const verifyLog = async (lines, options = {}) => (await walkThrough(lines, options)).end()

async function walkThrough(lines, options) {
  let walk
  for await (const line of lines) {
    if (walk) walk.take(line)
    else walk = new Walk(line, options)
  }
  if (!walk) throw new Error('there is no head')
  return walk
}

/** Whether the site proves what it gave out. @returns what is wrong */
async function verifyProofs(ask, walk) {
  const wrong = []
  const size = walk.tree.size
  const root = walk.tree.root()
  const holds = async (name, check) => {
    const isRight = await check().catch((error) => (/ answered /.test(error.message) ? Promise.reject(error) : false))
    if (!isRight) wrong.push(`${name} does not hold`)
  }
  for (const [index, leaf] of walk.leaves)
    await holds(`the proof of entry ${index}`, async () => {
      const { proof } = await ask(`log/proof?index=${index}&size=${size}`)
      return rootOfProof({ index, size, leaf, proof }).equals(root)
    })
  for (const [first, firstRoot] of walk.roots)
    await holds(`the proof that the log grew from ${first} entries`, async () => {
      const { proof } = await ask(`log/consistency?first=${first}&second=${size}`)
      const [then, now] = rootsOfProof({ first, second: size, firstRoot, proof })
      return then.equals(firstRoot) && now.equals(root)
    })
  return wrong
}

/** The number that is shown: somewhere between what heads said before and after, as signatures come in meanwhile. @returns what is wrong */
async function verifyCount(ask, tries) {
  const [shown, counted] = [[], []]
  for (let left = tries; ; left -= 1) {
    shown.push((await ask('count')).confirmed)
    counted.push((await ask('log/head')).counted)
    const [least, most] = [Math.min(...counted), Math.max(...counted)]
    if (shown.some((count) => count >= least && count <= most)) return []
    if (left <= 1) return [`the site shows ${shown.at(-1)}, its log counts ${counted.at(-1)}`]
    await pause(5000)
  }
}

/** Verifies a log as a site serves it: all of `verifyLog`, some proofs, and the number that is shown. `ask` answers paths of its campaign. */
export async function verifySite(ask, { save, tries = 12, ...options } = {}) {
  const walk = await walkThrough(save ? keeping(download(ask), save) : download(ask), options)
  const found = walk.end()
  found.wrong.push(...(await verifyProofs(ask, walk)), ...(await verifyCount(ask, tries)))
  found.said.push(`${walk.leaves.size + walk.roots.size} proofs of the site were looked at`)
  return found
}

async function run() {
  const text = { type: 'string' }
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { receipt: text, head: text, key: text, save: text, proofs: text },
  })
  const [place, campaign] = positionals
  if (!place || positionals.length > 2) {
    console.error('node verify-log.mjs SITE CAMPAIGN | FILE   [--save FILE] [--receipt FILE] [--head FILE] [--key KEY] [--proofs all]')
    return 2
  }
  const options = {
    receipt: values.receipt && readReceipt(readFileSync(values.receipt, 'utf8')),
    earlier: values.head && readFileSync(values.head, 'utf8'),
    key: values.key,
    proofs: values.proofs,
  }
  const found = campaign
    ? await verifySite(asking(place, campaign), { save: values.save, ...options })
    : await verifyLog(values.save ? keeping(kept(place), values.save) : kept(place), options)
  const { confirm, withdraw, invalidate, restore } = found.tally
  console.log(`${found.log}: ${found.size} entries`)
  console.log(`${confirm} confirmed - ${withdraw} withdrawn - ${invalidate} removed + ${restore} given back = ${found.counted} counted`)
  for (const sentence of found.said) console.log(sentence)
  for (const sentence of found.wrong.slice(0, mostSaid)) console.log(`WRONG: ${sentence}`)
  if (found.wrong.length > mostSaid) console.log(`WRONG: and ${found.wrong.length - mostSaid} more`)
  console.log(found.wrong.length === 0 ? 'everything holds' : 'not whole')
  return found.wrong.length === 0 ? 0 : 1
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href)
  process.exitCode = await run().catch((error) => {
    console.error(`It could not be verified: ${error.message}`)
    return 1
  })
