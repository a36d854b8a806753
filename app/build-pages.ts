import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { inherited } from './infra/config.server.ts'

const root = path.resolve(import.meta.dirname, '..')
const builds = path.join(root, 'build')
const sources = ['app', 'emails', 'public', 'vite.config.ts', 'package-lock.json']
/** The last ones stay, and whatever is younger than a day: another process may still be building or starting from it. */
const buildsKept = 4

/** One hash over everything the build is made of. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const files = sources.flatMap((source) => {
    const place = path.join(root, source)
    if (!statSync(place).isDirectory()) return [place]
    return readdirSync(place, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name) && !entry.parentPath.includes('generated'))
      .map((entry) => path.join(entry.parentPath, entry.name))
  })
  for (const file of files.toSorted()) hash.update(path.relative(root, file)).update('\0').update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}

function run(script: string, { args = [], into }: { args?: readonly string[]; into?: string } = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const output: Buffer[] = []
    const env = { ...inherited('production'), ...(into ? { BUILD_DIRECTORY: into } : {}) }
    const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => output.push(part))
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The build failed:\n${Buffer.concat(output).toString()}`)),
    )
  })
}

/** Prisma's client is made by `npm ci`; whoever installs without scripts gets it here. */
async function ensureClient(): Promise<void> {
  if (existsSync(path.join(root, 'app', 'infra', 'db', 'generated', 'client.ts'))) return
  await run(path.join(root, 'prisma', 'prepare.mjs'))
}

function forgetOldBuilds(): void {
  const byAge = readdirSync(builds)
    .map((name) => path.join(builds, name))
    .toSorted((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  const yesterday = Date.now() - 86_400_000
  for (const old of byAge.slice(buildsKept))
    if (statSync(old).mtimeMs < yesterday) rmSync(old, { recursive: true, force: true })
}

/**
 * The folder of the built pages. Builds them when their sources have changed since, into a folder named after the sources, so
 * that a process that serves the build before is not disturbed, and two that build at once do not meet.
 */
export async function ensureBuilt(): Promise<string> {
  await ensureClient()
  const folder = path.join(builds, fingerprint())
  if (existsSync(folder)) return folder
  const draft = `${folder}-${process.pid}`
  mkdirSync(draft, { recursive: true })
  try {
    const cli = path.join(
      path.dirname(createRequire(import.meta.url).resolve('@remix-run/dev/package.json')),
      'dist',
      'cli.js',
    )
    await run(cli, { args: ['vite:build'], into: path.relative(root, draft) })
    if (!existsSync(folder)) renameSync(draft, folder)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  forgetOldBuilds()
  return folder
}

if (process.argv[1] === import.meta.filename) await ensureBuilt()
