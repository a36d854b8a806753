import { readFileSync } from 'node:fs'
import { createTransport } from 'nodemailer'
import { z } from 'zod'

/** The limit of the library: a nodemailer pool that sends finished bytes, and nothing else. */

const order = z.object({ seconds: z.number() })
const setup = z.object({ port: z.number(), connections: z.number(), file: z.string() })
const letters = z.array(z.string())

const { port, connections, file } = setup.parse(JSON.parse(process.argv[2] ?? '{}'))
const messages = letters.parse(JSON.parse(readFileSync(file, 'utf8'))).map((text) => Buffer.from(text, 'latin1'))
const transport = createTransport({
  host: '127.0.0.1',
  port,
  pool: true,
  maxConnections: connections,
  maxMessages: 200, // as many as we hand over on one line
  ignoreTLS: true,
})

let n = 0
async function sender(until: number): Promise<number> {
  let sent = 0
  while (performance.now() < until) {
    n += 1
    const envelope = { from: 'news@example.org', to: `nobody-${n}@bare.example` }
    await transport.sendMail({ envelope, raw: messages[n % messages.length] })
    sent += 1
  }
  return sent
}

process.on('message', (message) => {
  const until = performance.now() + order.parse(message).seconds * 1000
  // Twice as many as lines, so that none waits for the next letter.
  void Promise.all(Array.from({ length: connections * 2 }, () => sender(until))).then((sent) =>
    process.send?.({ sent: sent.reduce((sum, one) => sum + one, 0) }),
  )
})
process.on('disconnect', () => process.exit(0))
process.send?.({ ready: true })
