import { hkdfSync, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { config, type Config } from '../config.server.ts'
import { singleton } from '../singleton.ts'

export interface Keyring {
  /** First one seals, all open. */
  sealing: { id: string; key: Buffer }
  byId: Map<string, Buffer>
  indexKey: Buffer
  /** Signs the links in mails. Derived from the index key, because a link must live as long as the address's index. */
  linkKey: Buffer
  sessionKey: Buffer
  /** Vouches for what processes tell each other about the salt of the day. It opens nothing. */
  saltKey: Buffer
  receiptKey: Buffer
  /** Signs the address that a letter comes back to. */
  returnKey: Buffer
  messageKey: Buffer
  /** Of the Ed25519 key that signs tree heads. */
  logSeed: Buffer
}

const stored = z.object({ keys: z.string(), indexKey: z.string(), sessionSecret: z.string(), logKey: z.string() })
type Secrets = NonNullable<Config['secrets']>

function generate(): Secrets {
  const key = () => randomBytes(32).toString('base64')
  return { keys: `dev1:${key()}`, indexKey: key(), sessionSecret: key(), logKey: key() }
}

/** Keys for trying things out, made once and kept beside the embedded database. Two processes that start together agree on the file that came first. */
function keptSecrets(dataDir: string): Secrets {
  mkdirSync(dataDir, { recursive: true })
  const file = path.join(dataDir, 'keys.json')
  if (!existsSync(file)) {
    try {
      writeFileSync(file, `${JSON.stringify(generate(), null, 2)}\n`, { flag: 'wx', mode: 0o600 })
      chmodSync(file, 0o600)
    } catch (error) {
      if (!existsSync(file)) throw error
    }
  }
  return stored.parse(JSON.parse(readFileSync(file, 'utf8')))
}

const derive = (key: Buffer, purpose: string) => Buffer.from(hkdfSync('sha256', key, '', `portevoix/${purpose}`, 32))

export function makeKeyring(secrets: Secrets): Keyring {
  const keys = secrets.keys.split(',').map((part) => {
    const [id = '', key = ''] = part.trim().split(':')
    return { id, key: Buffer.from(key, 'base64') }
  })
  const [sealing] = keys
  if (!sealing) throw new Error('no sealing key')
  const indexKey = Buffer.from(secrets.indexKey, 'base64')
  const sessionSecret = Buffer.from(secrets.sessionSecret, 'base64')
  return {
    sealing,
    byId: new Map(keys.map(({ id, key }) => [id, key])),
    indexKey,
    linkKey: derive(indexKey, 'links'),
    receiptKey: derive(indexKey, 'receipts'),
    messageKey: derive(indexKey, 'message-ids'),
    returnKey: derive(indexKey, 'return-paths'),
    sessionKey: derive(sessionSecret, 'sessions'),
    saltKey: derive(sessionSecret, 'salts'),
    logSeed: derive(Buffer.from(secrets.logKey, 'base64'), 'tree-heads'),
  }
}

export const keyring = (): Keyring =>
  singleton('keyring', () => makeKeyring(config().secrets ?? keptSecrets(config().dataDir)))
