import { fork } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { compare, type Comparison, type ComparisonResult, type Pace, type Side } from './compare.ts'
import { httpCrowd } from './http-crowd.ts'
import { processTime } from './processor-time.ts'
import type { Product } from './product.ts'

const connections = 32

/** As Firefox asks, and behind the name of the machine's own loopback. */
const get = (port: number, address: string, more = '') => `GET ${address} HTTP/1.1\r
Host: 127.0.0.1:${port}\r
User-Agent: Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0\r
Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r
Accept-Language: fr,fr-FR;q=0.8,en;q=0.5\r
Accept-Encoding: gzip, deflate, br\r
${more}\r
`

interface Shown {
  status: number
  headers: string[]
  etag: string
  body: Buffer
}

/** Headers that Node writes by itself, on both sides. */
const written = new Set(['date', 'connection', 'keep-alive'])

function look(origin: string, address: string, headers: Record<string, string>): Promise<Shown> {
  return new Promise((resolve, reject) => {
    const asked = request(`${origin}${address}`, { headers }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.once('end', () => {
        const pairs = response.rawHeaders.flatMap((name, at) =>
          at % 2 === 0 ? [[name, response.rawHeaders[at + 1] ?? '']] : [],
        )
        const kept = pairs.filter(([name = '']) => !written.has(name.toLowerCase())).flat()
        resolve({
          status: response.statusCode ?? 0,
          headers: kept,
          etag: response.headers.etag ?? '',
          body: Buffer.concat(parts),
        })
      })
    })
    asked.once('error', reject)
    asked.end()
  })
}

const looksAlike = 8
const betweenLooks = 500

/** What is shown once it no longer changes: a table that was just filled is first met with the count of before. */
async function lookOnceSettled(...asked: Parameters<typeof look>): Promise<Shown> {
  let shown = await look(...asked)
  for (let alike = 1; alike < looksAlike;) {
    await setTimeout(betweenLooks)
    const next = await look(...asked)
    alike = next.body.length === shown.body.length ? alike + 1 : 1
    shown = next
  }
  return shown
}

async function startBareServer(shown: Shown, notModified: Shown) {
  const child = fork(path.join(import.meta.dirname, 'bare-server.ts'), { execArgv: ['--import', 'tsx'] })
  child.send({ headers: shown.headers, notModified: notModified.headers, body: shown.body.toString('base64') })
  const [message] = await once(child, 'message')
  const { port } = z.object({ port: z.number() }).parse(message)
  return { port, clock: processTime(child.pid ?? 0), stop: () => child.kill() }
}

interface Wanted {
  name: string
  address: string
  pace: Pace
  /** Also ask for what is known already. Not for an answer that changes while it is measured. */
  alsoKnown: boolean
}

/** Compares our answer to an address, in full and as "not modified", with a bare `node:http` server that sends the same bytes. */
export async function compareSameBytes(
  product: Product,
  { name, address, pace, alsoKnown }: Wanted,
): Promise<{ comparisons: ComparisonResult[]; checked: string[] }> {
  const shown = await lookOnceSettled(product.origin, address, { 'Accept-Encoding': 'gzip, deflate, br' })
  const notModified = await look(product.origin, address, {
    'Accept-Encoding': 'gzip, deflate, br',
    'If-None-Match': shown.etag,
  })
  if (shown.status !== 200 || notModified.status !== 304)
    throw new Error(`${address} answers ${shown.status} and ${notModified.status}`)
  const bare = await startBareServer(shown, notModified)
  const crowds = { bare: httpCrowd(bare.port, connections), product: httpCrowd(product.port, connections) }

  const side = (who: 'bare' | 'product', more: string, status: number): Side => {
    const question = get(who === 'bare' ? bare.port : product.port, address, more)
    const bodyBytes = status === 304 ? 0 : shown.body.length
    const clock: Side['clocks'] = who === 'bare' ? { bare: bare.clock } : { product: product.clocks.product }
    return {
      says: `${who === 'bare' ? 'bare node:http, the same bytes' : `GET ${address}`}, ${connections} connections`,
      run: (seconds) => crowds[who].run({ seconds, next: () => question, status, bodyBytes }),
      clocks: { ...clock, load: processTime('self') },
    }
  }
  const encoding = shown.headers[shown.headers.findIndex((header) => header.toLowerCase() === 'content-encoding') + 1]
  const whole = `${shown.body.length.toLocaleString('en')} bytes${shown.headers.includes('Content-Encoding') ? `, ${encoding}` : ''}`
  const known = `If-None-Match: ${shown.etag}\r\n`
  try {
    const full = await compare(
      { name, unit: `answers/s of 200 (${whole})`, limit: side('bare', '', 200), ours: side('product', '', 200) },
      pace,
    )
    const comparisons = [full]
    if (alsoKnown) {
      const brief: Comparison = {
        name: `${name}, not modified`,
        unit: 'answers/s of 304',
        limit: side('bare', known, 304),
        ours: side('product', known, 304),
      }
      comparisons.push(await compare(brief, pace))
    }
    return {
      comparisons,
      checked: [
        'every answer had the expected status and length; the product sent the bytes and headers that the bare server sent',
      ],
    }
  } finally {
    bare.stop()
  }
}
