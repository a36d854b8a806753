import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { config } from '../config.server.ts'
import { keyBytes, newKeyPair } from './hpke.server.ts'

const file = () => path.join(config().dataDir, 'team-key')

function read(text: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== keyBytes) throw new Error('team-key holds no key')
  return key
}

/**
 * The private key that this machine may use: of `PORTEVOIX_TEAM_KEY`, or of the file in the data directory. `null` when it is
 * kept elsewhere, as it should be for a web process: nothing that serves pages asks for it.
 */
export function keptPrivateKey(): Buffer | null {
  const { teamKey } = config()
  if (teamKey !== null) return read(teamKey)
  return existsSync(file()) ? read(readFileSync(file(), 'utf8')) : null
}

/** The same; made when there is none. Two processes that start together agree on the file that came first. */
export function keptOrNewPrivateKey(): Buffer {
  const kept = keptPrivateKey()
  if (kept) return kept
  mkdirSync(config().dataDir, { recursive: true })
  try {
    writeFileSync(file(), `${newKeyPair().privateKey.toString('base64')}\n`, { flag: 'wx', mode: 0o600 })
    chmodSync(file(), 0o600)
  } catch (error) {
    if (!existsSync(file())) throw error
  }
  return read(readFileSync(file(), 'utf8'))
}
