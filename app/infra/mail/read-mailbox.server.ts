import { ImapFlow } from 'imapflow'

export interface MailboxRound {
  /** Messages at most. */
  most: number
  /** Bytes of each that are read. */
  mostBytes: number
  signal?: AbortSignal
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])
/** Where a message goes once it was taken. */
const doneFolder = 'Portevoix'
const patience = 20_000

function clientOf(address: string): { client: ImapFlow; folder: string } {
  const { protocol, hostname, port, username, password, pathname } = new URL(address)
  const secure = protocol === 'imaps:'
  const client = new ImapFlow({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 993 : 143) : Number(port),
    secure,
    // A password and whoever wrote back cross no wire in clear, but that of this machine with itself.
    doSTARTTLS: secure ? undefined : !loopback.has(hostname),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: 60_000,
    maxLiteralSize: 16 * 1024 * 1024,
  })
  const folder = decodeURIComponent(pathname.slice(1))
  return { client, folder: folder === '' ? 'INBOX' : folder }
}

/**
 * Takes the oldest messages of a mailbox one after the other and puts each aside once it was taken. A crash in between leaves a
 * message where it is, to be taken again: `take` recognises it. What `take` throws ends the round.
 * @returns how many were taken @throws when the server cannot be reached, or not safely
 */
export async function readMailbox(
  address: string,
  round: MailboxRound,
  take: (message: Buffer) => Promise<void>,
): Promise<number> {
  const { client, folder } = clientOf(address)
  client.on('error', () => {}) // an 'error' nobody hears would end the process; the commands fail by themselves
  await client.connect()
  try {
    const lock = await client.getMailboxLock(folder)
    try {
      return await takeEach(client, round, take)
    } finally {
      lock.release()
    }
  } finally {
    await client.logout().catch(() => client.close())
  }
}

async function takeEach(client: ImapFlow, round: MailboxRound, take: (message: Buffer) => Promise<void>) {
  const found = await client.search({ deleted: false }, { uid: true })
  const uids = (found === false || found === undefined ? [] : found).toSorted((a, b) => a - b).slice(0, round.most)
  if (uids.length > 0) await client.mailboxCreate(doneFolder).catch(() => {})
  let taken = 0
  for (const uid of uids) {
    if (round.signal?.aborted) break
    const message = await client.fetchOne(String(uid), { source: { maxLength: round.mostBytes } }, { uid: true })
    if (message === false || message === undefined || !message.source) continue
    await take(message.source)
    await client.messageMove(String(uid), doneFolder, { uid: true })
    taken += 1
  }
  return taken
}
