import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { storeAnswer, type StoredAnswer } from '#app/infra/cache/stored-answer.server.ts'
import { publicHeaders, type HeaderTable } from './security-headers.server.ts'

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.txt': 'text/plain; charset=utf-8',
  '.json': 'application/json',
}

/**
 * What a frame on another site is made of, and the script that puts it there. A locked frame (`sandbox`) has no origin: to it even
 * our own files are another site's.
 */
const isForFrames = (address: string): boolean =>
  address === '/embed.js' || /^\/assets\/(?:(?:embed|frame)-[\w-]+\.(?:css|js)|[\w-]+\.woff2)$/.test(address)
const forFrames: HeaderTable = { 'Cross-Origin-Resource-Policy': 'cross-origin', 'Access-Control-Allow-Origin': '*' }

/** The built files by address, packed when first asked for. Only files that were there at the start exist: no path of a visitor reaches the disk. */
export function staticFiles(
  folder: string,
  production: boolean,
): (address: string) => Promise<StoredAnswer> | undefined {
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && types[path.extname(entry.name)] && !entry.name.startsWith('.'))
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name)
        const address: string = `/${path.relative(folder, file).split(path.sep).join('/')}`
        return [address, file] as const
      }),
  )
  // Read now: a newer build may take the folder's place while this process serves.
  const contents = new Map([...files].map(([address, file]) => [address, readFileSync(file)]))
  const stored = new Map<string, Promise<StoredAnswer>>()
  return (address) => {
    const file = files.get(address)
    const body = contents.get(address)
    if (!file || !body) return undefined
    const known = stored.get(address)
    if (known) return known
    const named = address.startsWith('/assets/') // a hash in the name: it never changes
    const made = storeAnswer(
      {
        status: 200,
        headers: {
          ...publicHeaders(production),
          ...(isForFrames(address) ? forFrames : {}),
          'Content-Type': types[path.extname(file)] ?? 'application/octet-stream',
          'Cache-Control': named ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
        },
        body,
      },
      9,
    )
    stored.set(address, made)
    return made
  }
}
