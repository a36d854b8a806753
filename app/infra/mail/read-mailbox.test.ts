import { afterEach, expect, test } from 'vitest'
import { anImapServer, type ImapServer } from '#prisma/factories/an-imap-server.ts'
import { readMailbox } from './read-mailbox.server.ts'

const letters = ['Subject: one\r\n\r\nfirst', 'Subject: two\r\n\r\nsecond', 'Subject: three\r\n\r\nthird']
const round = { most: 10, mostBytes: 100_000 }

let server: ImapServer
afterEach(() => server.stop())

test('each message is taken once, the oldest first, and put aside', async () => {
  server = await anImapServer(letters)
  const taken: string[] = []
  expect(await readMailbox(server.url, round, async (message) => void taken.push(message.toString()))).toBe(3)
  expect(taken).toEqual(letters)
  expect(server.done).toEqual(letters)
  expect(await readMailbox(server.url, round, async () => {})).toBe(0)
})

test('a round is bounded, in messages and in bytes', async () => {
  server = await anImapServer(letters)
  const taken: string[] = []
  await readMailbox(server.url, { most: 2, mostBytes: 12 }, async (message) => void taken.push(message.toString()))
  expect(taken).toEqual(['Subject: one', 'Subject: two'])
  expect(server.inbox.size).toBe(1)
})

test('what is not taken stays, and so does what was taken and could not be put aside', async () => {
  server = await anImapServer(letters)
  const refuse = async (message: Buffer) => {
    if (message.includes('second')) throw new Error('no database')
  }
  await expect(readMailbox(server.url, round, refuse)).rejects.toThrow('no database')
  expect([server.inbox.size, server.done.length]).toEqual([2, 1])
  server.dropAt('UID MOVE')
  await expect(readMailbox(server.url, round, async () => {})).rejects.toThrow(/./)
  expect([server.inbox.size, server.done.length]).toEqual([2, 1])
  server.dropAt(null)
  expect(await readMailbox(server.url, round, async () => {})).toBe(2)
})

test('no password crosses a wire in clear', async () => {
  server = await anImapServer(letters)
  const byAnotherName = server.url.replace('127.0.0.1', '127.0.0.2')
  await expect(readMailbox(byAnotherName, round, async () => {})).rejects.toThrow(/STARTTLS|TLS/)
  expect(server.said).not.toContain('LOGIN')
  await readMailbox(server.url, round, async () => {})
  expect(server.said, 'but that of this machine with itself').toContain('LOGIN')
})
