import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, rmSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { copyNative, nativeFolder } from './binaries.server.ts'

/** Where the cluster lives, which programs run it, and as whom. */
export interface ClusterPlace {
  folder: string
  native: string
  /** PostgreSQL refuses to run as root; then it runs as this user. */
  user: { uid: number; gid: number } | null
}

const idOf = (flag: '-u' | '-g', name: string) =>
  Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))

function unprivilegedUser() {
  for (const name of ['postgres', 'nobody']) {
    try {
      return { uid: idOf('-u', name), gid: idOf('-g', name) }
    } catch {
      // not on this machine: try the next
    }
  }
  throw new Error(
    'PostgreSQL does not run as root and this machine has neither a user "postgres" nor "nobody": start as an ordinary user, or set DATABASE_URL.',
  )
}

/** Whether anyone may walk to the folder: every ancestor that exists lets others through. */
function isReachable(folder: string): boolean {
  for (let step = path.resolve(folder); ; step = path.dirname(step)) {
    if (existsSync(step) && (statSync(step).mode & 0o001) === 0) return false
    if (step === path.dirname(step)) return true
  }
}

/** A folder every user can walk to, its own for each data directory. */
function publicFolder(dataDir: string) {
  const name = createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 16)
  const base = ['/var/lib', '/var/tmp', '/tmp'].find((folder) => existsSync(folder) && isReachable(folder)) ?? '/tmp'
  const folder = path.join(base, 'portevoix', name)
  mkdirSync(folder, { recursive: true })
  chmodSync(path.join(base, 'portevoix'), 0o755)
  chmodSync(folder, 0o755)
  return folder
}

const isLink = (file: string) => lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false

/**
 * Prepares the place of the embedded cluster of a data directory. As root, the cluster runs as an unprivileged user; when
 * that user cannot walk to the data directory or to the programs (a clone under a 0700 home), they are kept under
 * /var/lib/portevoix and `$DATA_DIR/postgres` links to them.
 */
export function clusterPlace(dataDir: string): ClusterPlace {
  mkdirSync(dataDir, { recursive: true })
  const folder = path.resolve(dataDir, 'postgres')
  if (process.getuid?.() !== 0) return { folder, native: nativeFolder(), user: null }
  const user = unprivilegedUser()
  const elsewhere = publicFolder(dataDir)
  const native = isReachable(nativeFolder()) ? nativeFolder() : copyNative(path.join(elsewhere, 'programs'))
  if (isReachable(dataDir) && !isLink(folder)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    chownSync(folder, user.uid, user.gid)
    return { folder, native, user }
  }
  const real = path.join(elsewhere, 'postgres')
  // A data directory that was deleted and made anew starts with an empty cluster, as it would anywhere else.
  if (!isLink(folder) && existsSync(real)) rmSync(real, { recursive: true, force: true })
  mkdirSync(real, { recursive: true, mode: 0o700 })
  chownSync(real, user.uid, user.gid)
  if (!isLink(folder)) symlinkSync(real, folder)
  return { folder: real, native, user }
}
