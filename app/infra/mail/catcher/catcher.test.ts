import { createServer } from 'node:http'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { encodeBody } from '../message-body.server.ts'
import { closeMailServer, sendMail, useMailServer } from '../transport.server.ts'
import { startCatcher, type Catcher } from './catcher.server.ts'

const running: { stop(): Promise<void> }[] = []
async function aCatcher(ports = { smtpPort: 0, port: 0 }): Promise<Catcher> {
  const catcher = await startCatcher(ports)
  running.push(catcher)
  return catcher
}
afterEach(async () => {
  closeMailServer()
  for (const one of running.splice(0)) await one.stop()
})

const dot = { contentId: 'dot@example.org', mediaType: 'image/jpeg', bytes: Buffer.from('a dot') }

const sendOne = (subject: string) =>
  sendMail({
    from: { name: 'Collectif', address: 'nouvelles@example.org' },
    to: { name: 'Camille', address: 'camille@example.org' },
    subject,
    body: encodeBody({
      text: 'Lien : https://example.org/fr/confirm/abc',
      html: '<html><head></head><body><script>alert(1)</script><a href="https://example.org/fr/confirm/abc">oui</a><img src="cid:dot@example.org"><img src="cid:none"></body></html>',
      pictures: [dot],
    }),
    messageId: '<one@example.org>',
    date: new Date('2026-01-20T08:00:00Z'),
  })

test('what is sent is found in the inbox, the oldest first, as a program expects it', async () => {
  const { smtpUrl, inboxUrl } = await aCatcher()
  useMailServer(smtpUrl)
  await sendOne('Premier')
  await sendOne('Deuxième')
  const mails: unknown = await (await fetch(`${inboxUrl}/email`)).json()
  expect(mails).toMatchObject([
    {
      subject: 'Premier',
      from: [{ address: 'nouvelles@example.org', name: 'Collectif' }],
      to: [{ address: 'camille@example.org', name: 'Camille' }],
      headers: { 'message-id': '<one@example.org>' },
      messageId: '<one@example.org>',
      envelope: { from: 'nouvelles@example.org', to: ['camille@example.org'] },
    },
    { subject: 'Deuxième' },
  ])
  expect(await (await fetch(`${inboxUrl}/api/messages`)).json()).toEqual(mails)
})

test('a person reads the mail without a script, and nothing in it runs', async () => {
  const { smtpUrl, inboxUrl } = await aCatcher()
  useMailServer(smtpUrl)
  await sendOne('Un & <b>deux</b>')
  const inbox = await (await fetch(inboxUrl, { headers: { 'Accept-Language': 'fr' } })).text()
  expect(inbox).toContain('Un &amp; &lt;b&gt;deux&lt;/b&gt;')
  const id = /\/email\/(\w+)\/view/.exec(inbox)?.[1]
  const view = await fetch(`${inboxUrl}/email/${id}/view`)
  expect(await view.text()).toContain('<a href="https://example.org/fr/confirm/abc"')
  expect(view.headers.get('content-security-policy')).toContain("default-src 'none'")
  const part = await fetch(`${inboxUrl}/email/${id}/html`)
  expect(part.headers.get('content-security-policy')).toMatch(/^sandbox .*default-src 'none'/)
  const shown = await part.text()
  expect(shown, 'a picture that came with it').toContain(`<img src="data:image/jpeg;base64,${btoa('a dot')}">`)
  expect(shown).toContain('<img src="cid:none">')
  expect(await (await fetch(`${inboxUrl}/email/${id}/source`)).text()).toContain('Message-ID: <one@example.org>')
})

test('the inbox can be emptied, and knows no name but the loopback’s', async () => {
  const { smtpUrl, inboxUrl } = await aCatcher()
  useMailServer(smtpUrl)
  await sendOne('Un')
  await fetch(`${inboxUrl}/email/all`, { method: 'DELETE' })
  expect(await (await fetch(`${inboxUrl}/email`)).json()).toEqual([])
  expect((await fetch(`${inboxUrl}/email/none`)).status).toBe(404)
})

test('a second catcher joins the first one', async () => {
  const first = await aCatcher()
  const ports = { smtpPort: Number(new URL(first.smtpUrl).port), port: Number(new URL(first.inboxUrl).port) }
  const second = await startCatcher(ports)
  expect(second).toMatchObject({ smtpUrl: first.smtpUrl, inboxUrl: first.inboxUrl })
  await second.stop()
  expect(await (await fetch(`${first.inboxUrl}/healthz`)).text()).toBe('portevoix-catcher')
})

test('a port that someone else has is left to them', async () => {
  const other = createServer((_, response) => response.end('something else')).listen(0, '127.0.0.1')
  await once(other, 'listening')
  running.push({ stop: () => new Promise((resolve) => other.close(() => resolve())) })
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const catcher = await aCatcher({ smtpPort: 41_725, port })
  expect(new URL(catcher.inboxUrl).port).not.toBe(String(port))
  expect(await (await fetch(`${catcher.inboxUrl}/healthz`)).text()).toBe('portevoix-catcher')
})
