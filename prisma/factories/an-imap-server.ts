import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

export interface ImapServer {
  url: string
  /** Messages of the inbox, and those put aside. */
  inbox: Map<number, string>
  done: string[]
  /** Every command, its words only. */
  said: string[]
  /** The line is cut at the next command of this name. */
  dropAt(command: string | null): void
  stop(): Promise<void>
}

interface Mailbox extends Pick<ImapServer, 'inbox' | 'done' | 'said'> {
  drop: string | null
}

const uidsOf = (inbox: Map<number, string>) => [...inbox.keys()]

/** What the server says to one command; `null` cuts the line. */
function answer(mailbox: Mailbox, line: string): string | null {
  const [tag = '', first = '', second = ''] = line.split(' ')
  const command = (first === 'UID' ? `UID ${second}` : first).toUpperCase()
  mailbox.said.push(command)
  if (command === mailbox.drop) return null
  const ok = `${tag} OK done\r\n`
  const uid = Number(/UID \w+ (\d+)/i.exec(line)?.[1])
  const message = mailbox.inbox.get(uid)
  if (command === 'CAPABILITY') return `* CAPABILITY IMAP4rev1 MOVE\r\n${ok}`
  if (command === 'LIST') return `* LIST (\\HasNoChildren) "/" INBOX\r\n${ok}`
  if (command === 'SELECT')
    return `* FLAGS (\\Seen \\Deleted)\r\n* ${mailbox.inbox.size} EXISTS\r\n* OK [UIDVALIDITY 1] valid\r\n* OK [UIDNEXT 1000] next\r\n${tag} OK [READ-WRITE] done\r\n`
  if (command === 'UID SEARCH') return `* SEARCH ${uidsOf(mailbox.inbox).join(' ')}\r\n${ok}`
  if (command === 'UID FETCH' && message !== undefined) {
    const most = Number(/<0\.(\d+)>/.exec(line)?.[1] ?? message.length)
    const part = message.slice(0, most)
    const at = uidsOf(mailbox.inbox).indexOf(uid) + 1
    const partial = line.includes('<0.') ? '<0>' : ''
    return `* ${at} FETCH (UID ${uid} BODY[]${partial} {${part.length}}\r\n${part})\r\n${ok}`
  }
  if (command === 'UID MOVE' && message !== undefined) {
    const at = uidsOf(mailbox.inbox).indexOf(uid) + 1
    mailbox.inbox.delete(uid)
    mailbox.done.push(message)
    return `* ${at} EXPUNGE\r\n${ok}`
  }
  return command === 'LOGOUT' ? `* BYE bye\r\n${ok}` : ok
}

function serve(socket: Socket, mailbox: Mailbox): void {
  let rest = ''
  socket.setEncoding('latin1')
  socket.on('error', () => {})
  socket.write('* OK ready\r\n')
  socket.on('data', (part: string) => {
    const lines = `${rest}${part}`.split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      const said = answer(mailbox, line)
      if (said === null) return void socket.destroy()
      socket.write(said, 'latin1')
    }
  })
}

/** A mailbox over IMAP in this process, which speaks as much of RFC 9051 as reading it needs. */
export async function anImapServer(messages: readonly string[]): Promise<ImapServer> {
  const mailbox: Mailbox = { inbox: new Map(messages.map((one, at) => [at + 1, one])), done: [], said: [], drop: null }
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    serve(socket, mailbox)
  })
  server.listen(0, '0.0.0.0')
  await once(server, 'listening')
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('no port')
  return {
    ...mailbox,
    url: `imap://somebody:secret%20word@127.0.0.1:${at.port}/INBOX`,
    dropAt: (command) => void (mailbox.drop = command),
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
