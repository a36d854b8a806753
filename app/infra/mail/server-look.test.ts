import { generateKeyPairSync } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { aHostileServer, type Act, type Moment } from '#prisma/factories/a-hostile-server.ts'
import { publicHalf, readPublishedKey } from './dkim-key.server.ts'
import { lookAtServer, mailServerOf } from './server-look.server.ts'

async function looked(script: Partial<Record<Moment, Act>>, more = '') {
  const server = await aHostileServer(script)
  onTestFinished(() => server.stop())
  return { server, look: await lookAtServer(`smtp://user:secret@127.0.0.1:${server.port}${more}`, 1500) }
}

const tls = { EHLO: { say: '250-x\r\n250 STARTTLS\r\n' } } as const

test('a server that speaks TLS is looked at without a password, and its certificate described', async () => {
  const { server, look } = await looked(tls)
  expect(look).toMatchObject({ outcome: 'secured', protocol: 'TLSv1.3', fault: 'DEPTH_ZERO_SELF_SIGNED_CERT' })
  expect(look.outcome === 'secured' && new Date(look.until ?? 0).getUTCFullYear()).toBe(2126)
  expect(server.inClear()).not.toContain('AUTH')
})

test('each other way is told apart', async () => {
  expect((await looked({})).look).toEqual({ outcome: 'in-clear', isOffered: false })
  expect((await looked(tls, '?ignoreTLS=true')).look).toEqual({ outcome: 'in-clear', isOffered: true })
  expect((await looked({ ...tls, STARTTLS: { say: '454 not now\r\n' } })).look).toEqual({ outcome: 'fails' })
  expect((await looked({ ...tls, STARTTLS: { say: '220 go\r\n250 injected\r\n' } })).look).toEqual({ outcome: 'fails' })
  expect((await looked({ greeting: { say: '554 no\r\n' } })).look).toEqual({ outcome: 'not-willing' })
  expect((await looked({ greeting: 'silence' })).look).toEqual({ outcome: 'not-willing' })
  expect((await looked({ greeting: { flood: '220-and so on\r\n' } })).look).toEqual({ outcome: 'not-willing' })
  expect(await lookAtServer('smtp://127.0.0.1:1', 1500)).toEqual({ outcome: 'not-there' })
  expect(await lookAtServer('smtps://127.0.0.1:1', 1500)).toEqual({ outcome: 'not-there' })
  const { server } = await looked({})
  expect(await lookAtServer(`smtps://127.0.0.1:${server.port}`, 1500), 'TLS from the first byte').toEqual({
    outcome: 'fails',
  })
})

test('what the settings say of the server is told without its password', () => {
  expect(mailServerOf('smtps://user:secret@mail.example.org?tls.rejectUnauthorized=false')).toEqual({
    host: 'mail.example.org',
    isHere: false,
    isUnchecked: true,
  })
  expect(mailServerOf('smtp://localhost:25').isHere).toBe(true)
})

test('a published key is ours in each form it is written in, and another is not', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const ours = publicHalf(rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  expect(ours).toMatchObject({ kind: 'rsa', bits: 2048 })
  for (const type of ['spki', 'pkcs1'] as const) {
    const published = rsa.publicKey.export({ type, format: 'der' }).toString('base64')
    expect(readPublishedKey(published, 'rsa')).toEqual(ours)
  }
  const ed25519 = generateKeyPairSync('ed25519')
  const half = publicHalf(ed25519.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())
  expect(Buffer.from(half?.published ?? '', 'base64')).toHaveLength(32)
  expect(readPublishedKey(half?.published ?? '', 'ed25519')).toEqual(half)
  expect(readPublishedKey('AAAA', 'rsa')).toBeNull()
  expect(readPublishedKey('AAAA', 'ed25519')).toBeNull()
  expect(publicHalf('no key')).toBeNull()
})
