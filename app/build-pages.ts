import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const root = path.resolve(import.meta.dirname, '..')
const stamp = path.join(root, 'build', 'stamp')
const sources = ['app', 'emails', 'public', 'vite.config.ts', 'package-lock.json']

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
  return hash.digest('hex')
}

const isBuilt = (print: string) => existsSync(stamp) && readFileSync(stamp, 'utf8') === print

function run(script: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const output: Buffer[] = []
    const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'production' } })
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => output.push(part))
    child.once('error', reject)
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`The build failed:\n${Buffer.concat(output).toString()}`))))
  })
}

/** Prisma's client is made by `npm ci`; whoever installs without scripts gets it here. */
async function ensureClient(): Promise<void> {
  if (existsSync(path.join(root, 'app', 'infra', 'db', 'generated', 'client.ts'))) return
  await run(path.join(root, 'prisma', 'prepare.mjs'), [])
}

/** Builds the pages when their sources have changed since the last build; one process at a time. @returns whether it built */
export async function ensureBuilt(): Promise<boolean> {
  await ensureClient()
  const print = fingerprint()
  if (isBuilt(print)) return false
  const lock = path.join(root, 'build.lock')
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch {
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
      if (Date.now() - since > 120_000) rmSync(lock, { recursive: true, force: true })
      await pause(200)
      if (isBuilt(print)) return false
    }
  }
  try {
    const cli = path.join(path.dirname(createRequire(import.meta.url).resolve('@remix-run/dev/package.json')), 'dist', 'cli.js')
    await run(cli, ['vite:build'])
    writeFileSync(stamp, print)
    return true
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

if (process.argv[1] === import.meta.filename) await ensureBuilt()
