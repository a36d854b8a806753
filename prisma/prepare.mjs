// Runs after `npm ci`. Prisma's client generator asks for a schema engine that it would download and never uses;
// naming any existing executable spares the download. Git hooks are set up only inside a git checkout.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const bin = (name) => path.join(root, 'node_modules', '.bin', name)

/** @returns {boolean} whether the client was generated */
export function generateClient() {
  const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js')
  const { status, stdout, stderr } = spawnSync(process.execPath, [prisma, 'generate'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  })
  if (status !== 0) process.stderr.write(`${stdout}\n${stderr}\n`)
  return status === 0
}

if (process.argv[1] === import.meta.filename) {
  if (existsSync(path.join(root, '.git')) && existsSync(bin('lefthook')) && !process.env.CI) {
    spawnSync(bin('lefthook'), ['install'], { cwd: root, stdio: 'ignore' })
  }
  process.exitCode = generateClient() ? 0 : 1
}
