import { fork, type ChildProcess } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Benchmark } from './support/benchmark.ts'
import { compare, type Side } from './support/compare.ts'
import { assertEqual, countRows } from './support/limit-table.ts'
import { aFrozenMailing, turnMailing } from './support/mail/a-mailing.ts'
import { fillReaders } from './support/mail/fill-readers.ts'
import { watchMemory } from './support/mail/memory-watch.ts'
import { startSink, type MailSink } from './support/mail/sink.ts'
import { openLoop } from './support/open-loop.ts'
import { processTime } from './support/processor-time.ts'
import { startProduct, type Product } from './support/product.ts'
import { readRequest, signingRequest } from './support/signing-requests.ts'
import type { Slice } from './support/slice.ts'

/** To the mail server, on both sides. */
const lines = 40
/** Letters whose bytes the bare pool sends, in turn. */
const kept = 200
const readers = { full: 200_000, quick: 40_000 }

const rsa = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey

const slice = (answered: number, seconds: number): Slice => ({
  perSecond: answered / seconds,
  answered,
  p50: Number.NaN, // letters have a rate, not an answer somebody waits for
  p99: Number.NaN,
})

const finished = z.object({ sent: z.number() })

interface BarePool {
  child: ChildProcess
  side: Side
}

/** The library alone with the very bytes that the product sent. */
async function barePool(sink: MailSink, folder: string): Promise<BarePool> {
  const file = path.join(folder, 'letters.json')
  writeFileSync(file, JSON.stringify(await sink.captured()))
  const child = fork(
    path.join(import.meta.dirname, 'support', 'mail', 'bare-pool-process.ts'),
    [JSON.stringify({ port: sink.port, connections: lines, file })],
    { execArgv: ['--import', 'tsx'] },
  )
  await once(child, 'message')
  const side: Side = {
    says: `a bare nodemailer pool, the same signed bytes, ${lines} connections`,
    async run(seconds) {
      await sink.remember(false)
      child.send({ seconds })
      const [answer] = await once(child, 'message')
      await sink.remember(true)
      return slice(finished.parse(answer).sent, seconds)
    },
    clocks: { client: processTime(child.pid ?? 0), sink: processTime(sink.pid) },
  }
  return { child, side }
}

/** Until nothing more arrives. */
async function calm(sink: MailSink): Promise<number> {
  for (let before = -1, now = await sink.count(); ; before = now, now = await sink.count()) {
    if (before === now) return now
    await pause(300)
  }
}

function product(sink: MailSink, { clocks }: Product, mailing: string): Side {
  return {
    says: 'an update: claimed, written, signed and written down letter by letter',
    async run(seconds) {
      const before = await calm(sink)
      await turnMailing(mailing, 'sending')
      await pause(seconds * 1000)
      const sent = (await sink.count()) - before
      await turnMailing(mailing, 'paused')
      await calm(sink)
      return slice(sent, seconds)
    },
    clocks: { product: clocks.product, database: clocks.database, sink: processTime(sink.pid) },
  }
}

/** What visitors notice while letters go out as fast as they go. */
async function meanwhile(
  sink: MailSink,
  { port }: Product,
  { mailing, seconds }: { mailing: string; seconds: number },
) {
  const before = await calm(sink)
  await turnMailing(mailing, 'sending')
  let n = 0
  const flows = [
    { name: 'page', perSecond: 20, request: () => readRequest(port), status: 200 },
    { name: 'sign', perSecond: 10, request: () => signingRequest((n += 1), port), status: 303 },
  ]
  const [phase] = await openLoop(port, [{ name: 'meanwhile', seconds, flows }])
  const sent = (await sink.count()) - before
  await turnMailing(mailing, 'paused')
  const answers =
    phase?.flows.map(
      ({ name, p99, served, sent: asked }) => `${name} p99 ${p99.toFixed(0)} ms (${served} of ${asked})`,
    ) ?? []
  return `${Math.round(sent / seconds)} letters/s while the same process served ${answers.join(', ')}`
}

/** Everything that is left, to the last letter. */
async function toTheEnd(sink: MailSink, { database, clocks }: Product, mailing: string): Promise<string> {
  const first = await sink.count()
  const spent = Object.entries({ ...clocks, sink: processTime(sink.pid) }).map(([name, read]) => ({
    name,
    read,
    before: read(),
  }))
  const startedAt = performance.now()
  await turnMailing(mailing, 'sending')
  for (
    let open = 1;
    open > 0;
    open = await countRows(database, `mailing where id = $1 and state = 'sending'`, [mailing])
  )
    await pause(500)
  const seconds = (performance.now() - startedAt) / 1000
  const sent = (await sink.count()) - first
  const each = spent.map(({ name, read, before }) => `${name} ${((read() - before) / sent).toFixed(3)}`).join(', ')
  return `the rest of it, ${sent.toLocaleString('en')} letters: ${Math.round(sent / seconds)}/s, processor ms for each: ${each}`
}

async function verify(sink: MailSink, { database }: Product, { mailing, people }: { mailing: string; people: number }) {
  const received = await sink.receivers()
  const readersOnly = [...received].filter(([address]) => address.endsWith('@readers.example'))
  const twice = readersOnly.filter(([, ids]) => ids.length > 1).length
  const handed = await countRows(database, `delivery where mailing_id = $1 and state = 'handed-over'`, [mailing])
  const total = await countRows(database, 'delivery where mailing_id = $1', [mailing])
  return [
    assertEqual('letters written down as handed over, those of the demonstration too', handed, total),
    assertEqual('readers who got it', readersOnly.length, people),
    assertEqual('readers who got it twice', twice, 0),
  ]
}

/** Letters handed over, signed and written down one by one, beside a bare pool that sends the same bytes. */
export const deliver: Benchmark = async ({ pace, profileTo, quick, present }) => {
  const people = present || (quick ? readers.quick : readers.full)
  const folder = mkdtempSync(path.join(tmpdir(), 'portevoix-deliver-'))
  const sink = await startSink()
  const dkim = { DKIM_PRIVATE_KEY: rsa(), DKIM_DOMAIN: 'example.org', DKIM_SELECTOR: 'bench' }
  const house = await startProduct({
    profileTo,
    settings: { ...dkim, ROLE: 'all', SMTP_URL: `smtp://127.0.0.1:${sink.port}?pool=${lines}&ignoreTLS=true` },
  })
  let bare: BarePool | null = null
  try {
    await fillReaders(1, { to: people })
    await sink.capture(kept)
    const mailing = await aFrozenMailing(1)
    const sawMemory = watchMemory(house.pid, mailing)
    const ours = product(sink, house, mailing)
    await ours.run(1)
    bare = await barePool(sink, folder)
    const comparison = await compare({ name: 'deliver', unit: 'letters/s', limit: bare.side, ours }, pace)
    bare.child.disconnect()
    const beside = [
      await meanwhile(sink, house, { mailing, seconds: pace.seconds * 2 }),
      await toTheEnd(sink, house, mailing),
      await sawMemory(),
    ]
    return { comparisons: [comparison], checked: await verify(sink, house, { mailing, people }), beside }
  } finally {
    bare?.child.kill()
    sink.stop()
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
