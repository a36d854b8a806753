import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

/** How Playwright should start the browser: `chromium.launch(await findBrowser())`. */
export type Browser = { executablePath?: string; args: string[]; env?: Record<string, string> }

/** Only our own pages are opened, often as root in a container: no sandbox, and no call home. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const system = '/usr/bin/chromium'
/** Inside the project, so that root and an ordinary user never share it. */
const unpacked = join(process.cwd(), 'node_modules/.cache/portevoix-browser')

/** Playwright's own browser if it is installed, else Debian's, else the one that npm brought. */
export async function findBrowser(): Promise<Browser> {
  if (existsSync(chromium.executablePath())) return { args }
  if (existsSync(system)) return { executablePath: system, args }
  return npmBrowser()
}

/** The browser of @sparticuz/chromium. Its own libraries and fonts are used where the machine has none. */
export function npmBrowser(): Browser {
  if (!existsSync(unpacked)) unpack()
  const executablePath = join(unpacked, 'chromium')
  const env = {
    ...inherited(),
    ...(starts(executablePath) ? {} : { LD_LIBRARY_PATH: join(unpacked, 'al2023/lib') }),
    ...(existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: join(unpacked, 'fonts') }),
  }
  return { executablePath, args, env }
}

/**
 * The package unpacks into TMPDIR, and its libraries only where it believes to be on a server without any: both are
 * told to a process of its own. The folder appears under its name when it is complete.
 */
function unpack() {
  mkdirSync(join(unpacked, '..'), { recursive: true })
  const folder = mkdtempSync(`${unpacked}-`)
  const script = `import('@sparticuz/chromium').then((it) => it.default.executablePath())`
  const { status, stderr } = spawnSync(process.execPath, ['--eval', script], {
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The browser of @sparticuz/chromium could not be unpacked: ${stderr}`)
  try {
    renameSync(folder, unpacked)
  } catch (cause) {
    rmSync(folder, { recursive: true })
    if (!existsSync(unpacked)) throw cause // else another process was first
  }
}

const starts = (executable: string) => spawnSync(executable, ['--version']).status === 0

const inherited = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
