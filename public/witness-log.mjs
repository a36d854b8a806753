#!/usr/bin/env node
// Keeps watch over the log of a Portevoix campaign: signs each of its heads, after it was shown that it continues the last one.
// Put it beside verify-log.mjs and let it run every hour. Node.js (20 or newer) alone. Licence: AGPL-3.0-or-later.
//
//   node witness-log.mjs https://petition.example.org score witness.example.net/ours
//
// It keeps witness.key (yours alone) and witness.note (the last head, with your cosignature: give it to anyone, as C2SP
// tlog-cosignature has it) in the folder it runs in. Exit code: 0 co-signed, 1 the log forked or does not answer, 2 wrong usage.
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { openNote, rootsOfProof } from './verify-log.mjs'

const [site, campaign, name, trusted] = process.argv.slice(2)
if (!name) {
  console.error('node witness-log.mjs SITE CAMPAIGN NAME-OF-YOUR-KEY [KEY-OF-THE-LOG]')
  process.exit(2)
}

async function ask(path) {
  const answer = await fetch(`${site.replace(/\/$/, '')}/api/v1/campaigns/${campaign}/log/${path}`)
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
  return answer.json()
}

function ownKey() {
  if (!existsSync('witness.key')) {
    const { privateKey } = generateKeyPairSync('ed25519')
    writeFileSync('witness.key', privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 })
  }
  return createPrivateKey(readFileSync('witness.key'))
}

/** A line for the note: your signature over "cosignature/v1", the time and the head (C2SP tlog-cosignature). */
function cosign(text, now) {
  const key = ownKey()
  const typed = Buffer.concat([Buffer.of(4), createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32)])
  const id = createHash('sha256').update(`${name}\n`).update(typed).digest().subarray(0, 4)
  const time = Buffer.alloc(8)
  time.writeBigUInt64BE(BigInt(now))
  const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${now}\n${text}`), key)
  console.log(`your key, for others to check with: ${name}+${id.toString('hex')}+${typed.toString('base64')}`)
  return `— ${name} ${Buffer.concat([id, time, signature]).toString('base64')}\n`
}

async function watch() {
  const { note, key } = await ask('head')
  const kept = existsSync('witness.note') ? readFileSync('witness.note', 'utf8') : null
  const logKey = trusted ?? (existsSync('log.key') ? readFileSync('log.key', 'utf8') : key)
  const [head, before] = [openNote(note, logKey), kept && openNote(kept, logKey)]
  if (!head || (kept && !before)) throw new Error('a head is not signed by the key of the log')
  if (before?.size > head.size) throw new Error(`FORK: the log had ${before.size} entries and has ${head.size}`)
  if (before?.size > 0) {
    const [first, second, firstRoot] = [before.size, head.size, Buffer.from(before.root, 'base64')]
    const { proof } = await ask(`consistency?first=${first}&second=${second}`)
    const [then, now] = rootsOfProof({ first, second, firstRoot, proof })
    if (!then.equals(firstRoot) || now.toString('base64') !== head.root)
      throw new Error(`FORK: the log of ${second} entries does not begin with the one of ${first} that you co-signed. Keep witness.note, and this: ${note}`)
  }
  // The key of the first time is the one that is trusted from then on.
  if (!existsSync('log.key')) writeFileSync('log.key', logKey)
  const text = note.slice(0, note.indexOf('\n\n') + 1)
  writeFileSync('witness.note.new', note + cosign(text, Math.floor(Date.now() / 1000)))
  renameSync('witness.note.new', 'witness.note')
  console.log(`co-signed: ${head.origin}, ${head.size} entries`)
}

process.exitCode = await watch().then(
  () => 0,
  (error) => (console.error(error.message), 1),
)
