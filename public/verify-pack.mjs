#!/usr/bin/env node
// Verifies a delivery pack of a Portevoix campaign with Node.js (20 or newer) alone: no package, no file of ours beside this one.
// It shares no code with the site on purpose. Licence: AGPL-3.0-or-later.
//
//   node verify-pack.mjs PACK.zip             marks of all files, both signatures, and whether the log of today begins with that of then
//   --offline       ask nobody: marks and signatures only
//   --sha256 MARK   also: the whole archive has this mark
//   --key KEY       the key to trust, if you have it from elsewhere; otherwise the one the pack gives
//   --log URL       ask this log instead of the one the pack names
//
// Exit code: 0 everything holds, 1 something does not, 2 wrong usage.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest()
const hex = (bytes) => sha256(bytes).toString('hex')
const bytes = (base64) => Buffer.from(base64, 'base64')

/** The files of an archive whose files lie in it as they are. What its directory does not name is not believed. */
function unzip(archive) {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 !== archive.length) throw new Error('this is no archive, or something stands behind it')
  const files = new Map()
  let at = archive.readUInt32LE(end + 16)
  let covered = 0
  for (let count = archive.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new Error('the directory of the archive is damaged')
    const [method, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 20)]
    const [nameSize, extra, comment] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place))
    const offset = archive.readUInt32LE(at + 42)
    const name = archive.subarray(at + 46, at + 46 + nameSize).toString('utf8')
    const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28)
    if (method !== 0) throw new Error(`${name} is compressed: this is not the archive that was sealed`)
    if (offset !== covered) throw new Error(`something lies in the archive before ${name} that it does not name`)
    if (files.has(name)) throw new Error(`${name} is there twice`)
    files.set(name, archive.subarray(start, start + size))
    covered = start + size
    at += 46 + nameSize + extra + comment
  }
  return files
}

/** The text of a signed note (C2SP), when the key has signed it; `null` when not. */
function openNote(note, key) {
  const [, name, id, base64] = /^([^+\n]+)\+([0-9a-f]{8})\+(\S+)$/.exec(key.trim()) ?? []
  const split = note.lastIndexOf('\n\n')
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
  return isSigned ? text : null
}

function readHead(text) {
  const [origin, size, root] = (text ?? '').split('\n')
  return /^\d{1,15}$/.test(size ?? '') ? { origin, size: Number(size), root } : null
}

const node = (left, right) => sha256(Buffer.of(1), left, right)

/** RFC 9162 §2.1.4.2: the second tree begins with the first. */
function extendsTree({ first, second, firstRoot, secondRoot, proof }) {
  if (first === second) return proof.length === 0 && firstRoot.equals(secondRoot)
  if (first === 0) return proof.length === 0
  const path = [...proof]
  const isPower = (first & (first - 1)) === 0 && first < 2 ** 31
  if (isPower) path.unshift(firstRoot)
  if (path.length === 0) return false
  let [fn, sn] = [first - 1, second - 1]
  const half = (value) => Math.floor(value / 2)
  while (fn % 2 === 1) [fn, sn] = [half(fn), half(sn)]
  let [fr, sr] = [path[0], path[0]]
  for (const part of path.slice(1)) {
    if (sn === 0) return false
    if (fn % 2 === 1 || fn === sn) {
      ;[fr, sr] = [node(part, fr), node(part, sr)]
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [half(fn), half(sn)]
    } else sr = node(sr, part)
    ;[fn, sn] = [half(fn), half(sn)]
  }
  return sn === 0 && fr.equals(firstRoot) && sr.equals(secondRoot)
}

async function ask(url) {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return answer.json()
}

/** Whether the log of today begins with the log that the pack was sealed with. */
async function askLog(log, key, head, wrong) {
  const now = await ask(`${log}/head`)
  const today = readHead(openNote(now.note, key))
  if (!today) return void wrong.push('the head of today is not signed by the key of the pack')
  if (today.origin !== head.origin) return void wrong.push(`this is another log: ${today.origin}`)
  if (today.size < head.size) return void wrong.push(`the log of today has ${today.size} entries, then it had ${head.size}`)
  const { proof } = head.size === 0 || head.size === today.size ? { proof: [] } : await ask(`${log}/consistency?first=${head.size}&second=${today.size}`)
  const holds = extendsTree({
    first: head.size,
    second: today.size,
    firstRoot: bytes(head.root),
    secondRoot: bytes(today.root),
    proof: proof.map(bytes),
  })
  if (!holds) wrong.push('the log of today does not begin with the log of then')
  else console.log(`the log of today (${today.size} entries) begins with the log of then (${head.size})`)
}

/** Every file that the manifest names is there and is what its mark says, and nothing else is there. */
function checkFiles(files, manifest, wrong) {
  for (const { name, bytes: length, sha256: mark, mayGo } of manifest.files) {
    const content = files.get(name)
    if (!content && mayGo) console.log(`${name} was taken out since: somebody took their words back. Its mark was ${mark}`)
    else if (!content) wrong.push(`${name} is missing`)
    else if (content.length !== length || hex(content) !== mark) wrong.push(`${name} is not what was sealed`)
    else console.log(`${name} is what was sealed`)
  }
  const known = new Set([...manifest.files.map(({ name }) => name), 'manifest.json', 'manifest.note'])
  for (const name of files.keys()) if (!known.has(name)) wrong.push(`${name} was not sealed`)
}

function checkHead({ log, counts }, key, wrong) {
  const head = readHead(openNote(log.note, key))
  if (!head) return void wrong.push('the tree head is not signed by this key')
  if (head.size !== log.size || head.root !== log.root) wrong.push('the manifest speaks of another head than the one that is signed')
  if (log.confirmed - log.withdrawn - log.invalidated + log.restored !== counts.confirmed)
    wrong.push('the count is not the one of the log')
  return head
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      offline: { type: 'boolean', default: false },
      sha256: { type: 'string' },
      key: { type: 'string' },
      log: { type: 'string' },
    },
  })
  if (positionals.length !== 1) throw new TypeError('node verify-pack.mjs PACK.zip [--offline] [--sha256 MARK] [--key KEY] [--log URL]')
  const wrong = []
  const archive = readFileSync(positionals[0])
  if (values.sha256 && hex(archive) !== values.sha256.toLowerCase()) wrong.push('the archive has another mark')
  const files = unzip(archive)
  const [json, note] = [files.get('manifest.json'), files.get('manifest.note')]
  if (!json || !note) throw new Error('there is no manifest in it')
  const manifest = JSON.parse(json.toString('utf8'))
  if (manifest.format !== 'portevoix-pack/1') throw new Error(`of the format ${manifest.format} nothing is known here`)
  const key = values.key ?? manifest.log.key
  if (openNote(note.toString('utf8'), key) !== json.toString('utf8')) wrong.push('the manifest is not signed by this key')
  checkFiles(files, manifest, wrong)
  const head = checkHead(manifest, key, wrong)
  if (head && !values.offline) await askLog(values.log ?? manifest.log.url, key, head, wrong)
  for (const sentence of wrong) console.log(`NOT GOOD: ${sentence}`)
  const told = `${manifest.campaign}, sealed ${manifest.sealedAt}: ${manifest.counts.confirmed} people`
  console.log(wrong.length === 0 ? `${told}: everything holds${values.offline ? ' (the log was not asked)' : ''}` : `${told}: not whole`)
  process.exitCode = wrong.length === 0 ? 0 : 1
}

main().catch((error) => {
  console.error(error.message)
  process.exitCode = error instanceof TypeError ? 2 : 1
})
