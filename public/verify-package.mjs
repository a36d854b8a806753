#!/usr/bin/env node
// Verifies a release of the numbers of a Portevoix campaign with Node.js (20 or newer) alone: no package, no file of ours beside
// this one. It shares no code with the site on purpose. Licence: AGPL-3.0-or-later.
//
//   node verify-package.mjs https://petition.example.org score              the newest release, downloaded
//   node verify-package.mjs https://petition.example.org score 2026-01-31   the release of a day
//   node verify-package.mjs FOLDER   an archive that was unpacked (then --key is needed)
//   --key KEY   the key to trust, if you have it from elsewhere; otherwise the one that the site’s log gives
//
// Exit code: 0 everything holds, 1 something does not, 2 wrong usage.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { realpathSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'

const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest()

/** A signed note (C2SP) with an Ed25519 key: its text, when the key has signed it. */
function openNote(note, key) {
  const [, name, id, base64] = /^([^+\n]+)\+([0-9a-f]{8})\+(\S+)$/.exec(key.trim()) ?? []
  const split = note.lastIndexOf('\n\n')
  if (!name || split < 0) return null
  const typed = Buffer.from(base64, 'base64')
  if (typed[0] !== 1 || typed.length !== 33) return null
  if (sha256(Buffer.from(`${name}\n`), typed).subarray(0, 4).toString('hex') !== id) return null
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), typed.subarray(1)])
  const publicKey = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  const text = note.slice(0, split + 1)
  const isSigned = note.slice(split + 2).split('\n').some((line) => {
    if (!line.startsWith(`— ${name} `)) return false
    const signature = Buffer.from(line.slice(`— ${name} `.length), 'base64')
    return signature.subarray(0, 4).toString('hex') === id && verify(null, Buffer.from(text), publicKey, signature.subarray(4))
  })
  return isSigned ? { name, text } : null
}

const inFolder = (name) => /^[a-z0-9./-]+$/.test(name) && !name.startsWith('/') && !name.split('/').includes('..')

/**
 * Verifies a release: its description is signed, and every file is the one that is described.
 * `read` gives the bytes of a file by its name beside the description.
 */
export async function verifyPackage(read, key) {
  const wrong = []
  const manifest = await read('datapackage.json')
  const note = openNote((await read('datapackage.json.sig')).toString('utf8'), key)
  const [origin, day, digest] = note?.text.split('\n') ?? []
  const described = JSON.parse(manifest.toString('utf8'))
  if (!note) wrong.push('the description is not signed by this key')
  else if (origin !== `${note.name}/datapackage` || day !== described.version) wrong.push('what was signed is another release')
  else if (digest !== `sha256:${sha256(manifest).toString('hex')}`) wrong.push('the description is not the one that was signed')
  if (!Array.isArray(described.resources) || described.resources.length === 0) wrong.push('no file is described')
  for (const { path: name, bytes, hash } of described.resources ?? []) {
    if (!inFolder(String(name))) {
      wrong.push(`${name} is no name of a file beside the description`)
      continue
    }
    const file = await read(name)
    if (file.length !== bytes) wrong.push(`${name} has ${file.length} bytes, ${bytes} are described`)
    if (hash !== `sha256:${sha256(file).toString('hex')}`) wrong.push(`${name} is not the file that is described`)
  }
  return { name: described.name, confirmed: described.confirmed, files: described.resources?.length ?? 0, wrong }
}

async function ask(url) {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return Buffer.from(await answer.arrayBuffer())
}

async function run() {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { key: { type: 'string' } } })
  const [place, campaign, day] = positionals
  if (!place || positionals.length > 3 || (!campaign && !values.key)) {
    console.error('node verify-package.mjs SITE CAMPAIGN [DAY] | FOLDER --key KEY   [--key KEY]')
    return 2
  }
  const site = `${place.replace(/\/$/, '')}/api/v1/campaigns/${campaign}`
  const folder = day ? `${site}/releases/${day}` : site
  const read = campaign ? (name) => ask(`${folder}/${name}`) : (name) => readFile(path.join(place, name))
  const key = values.key ?? JSON.parse((await ask(`${site}/log/head`)).toString('utf8')).key
  const found = await verifyPackage(read, key)
  console.log(`${found.name}: ${found.files} files, ${found.confirmed} confirmed`)
  for (const sentence of found.wrong) console.log(`WRONG: ${sentence}`)
  console.log(found.wrong.length === 0 ? 'everything holds' : 'not whole')
  return found.wrong.length === 0 ? 0 : 1
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href)
  process.exitCode = await run().catch((error) => {
    console.error(`It could not be verified: ${error.message}`)
    return 1
  })
