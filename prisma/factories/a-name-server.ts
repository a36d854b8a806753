import { createSocket } from 'node:dgram'

/** What a name has; a name that is not in the zone does not exist. */
export interface Names {
  txt?: readonly string[]
  a?: readonly string[]
  aaaa?: readonly string[]
  mx?: readonly (readonly [priority: number, exchange: string])[]
  ptr?: readonly string[]
  /** Nobody answers for it, or the server says that it cannot. */
  fault?: 'silence' | 'refusal'
}

const types = { a: 1, ptr: 12, mx: 15, txt: 16, aaaa: 28 } as const
type Kind = keyof typeof types
const kinds: readonly Kind[] = ['a', 'ptr', 'mx', 'txt', 'aaaa']

function encodeName(name: string): Buffer {
  const labels = name.split('.').filter(Boolean)
  return Buffer.concat([
    ...labels.map((label) => Buffer.from(`${String.fromCharCode(label.length)}${label}`, 'latin1')),
    Buffer.of(0),
  ])
}

function encodeText(text: string): Buffer {
  const pieces = text.match(/.{1,255}/gs) ?? ['']
  return Buffer.concat(pieces.map((piece) => Buffer.concat([Buffer.of(piece.length), Buffer.from(piece, 'latin1')])))
}

function encodeIPv6(ip: string): Buffer {
  const [left = '', right] = ip.split('::')
  const groupsOf = (part: string) => part.split(':').filter(Boolean)
  const [first, last] = [groupsOf(left), groupsOf(right ?? '')]
  const groups = [...first, ...Array.from({ length: 8 - first.length - last.length }, () => '0'), ...last]
  return Buffer.from(groups.map((group) => group.padStart(4, '0')).join(''), 'hex')
}

function valuesOf(names: Names, kind: Kind): Buffer[] {
  switch (kind) {
    case 'a':
      return (names.a ?? []).map((ip) => Buffer.from(ip.split('.').map(Number)))
    case 'aaaa':
      return (names.aaaa ?? []).map(encodeIPv6)
    case 'txt':
      return (names.txt ?? []).map(encodeText)
    case 'ptr':
      return (names.ptr ?? []).map(encodeName)
    case 'mx':
      return (names.mx ?? []).map(([priority, exchange]) =>
        Buffer.concat([Buffer.of(0, priority), encodeName(exchange)]),
      )
  }
}

function readQuestion(message: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = []
  let at = 12
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.subarray(at + 1, at + 1 + length).toString('latin1'))
    at += 1 + length
  }
  return { name: labels.join('.').toLowerCase(), type: message.readUInt16BE(at + 1), end: at + 5 }
}

function answerTo(message: Buffer, zone: ReadonlyMap<string, Names>): Buffer | null {
  const { name, type, end } = readQuestion(message)
  const names = zone.get(name)
  if (names?.fault === 'silence') return null
  const kind = kinds.find((each) => types[each] === type)
  const values = names && kind && !names.fault ? valuesOf(names, kind) : []
  const code = names?.fault ? 2 : names ? 0 : 3
  const head = Buffer.alloc(12)
  message.copy(head, 0, 0, 2)
  head.writeUInt16BE(0x8580 | code, 2)
  head.writeUInt16BE(1, 4)
  head.writeUInt16BE(values.length, 6)
  const records = values.map((value) => {
    const fixed = Buffer.alloc(12)
    fixed.writeUInt16BE(0xc00c, 0)
    fixed.writeUInt16BE(type, 2)
    fixed.writeUInt16BE(1, 4)
    fixed.writeUInt32BE(60, 6)
    fixed.writeUInt16BE(value.length, 10)
    return Buffer.concat([fixed, value])
  })
  return Buffer.concat([head, message.subarray(12, end), ...records])
}

/** A real name server over UDP on this machine, which knows these names and no others. */
export async function aNameServer(zone: Readonly<Record<string, Names>>) {
  const known = new Map(Object.entries(zone).map(([name, names]) => [name.toLowerCase(), names]))
  const asked: string[] = []
  const socket = createSocket('udp4')
  socket.on('message', (message, from) => {
    asked.push(readQuestion(message).name)
    const answer = answerTo(message, known)
    if (answer) socket.send(answer, from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  return {
    address: `127.0.0.1:${socket.address().port}`,
    /** Every name that was asked for, in order. */
    asked,
    /** From now on. */
    publish: (name: string, names: Names) => void known.set(name.toLowerCase(), names),
    close: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  }
}
