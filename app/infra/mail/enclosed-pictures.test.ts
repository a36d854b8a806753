import { randomBytes } from 'node:crypto'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { aDkimKey } from '../../../e2e/support/a-dkim-key.ts'
import { encodeBody } from './message-body.server.ts'
import { writeMessage } from './write-message.server.ts'

const pictures = [1, 150_000, 149_999].map((length, at) => ({
  contentId: `${at}@example.org`,
  mediaType: 'image/jpeg',
  bytes: randomBytes(length),
}))
const html = `<p>${pictures.map(({ contentId }) => `<img src="cid:${contentId}">`).join('')} HERE</p>`
const body = encodeBody({ text: 'Bonjour HERE', html, pictures }, ['HERE'])
const { signing, verify } = aDkimKey()

const letterTo = (own: string) =>
  writeMessage(
    {
      from: { name: 'Collectif fictif', address: 'nouvelles@example.org' },
      to: { name: '', address: `${own}@example.org` },
      subject: 'Une réponse',
      body,
      own: [own],
      messageId: `<${own}@example.org>`,
      date: new Date(0),
    },
    signing,
  )

test('pictures come with the HTML, whole, under their names, and the signature covers them', async () => {
  const message = await letterTo('camille')
  const { text, html: read, attachments } = await PostalMime.parse(message)
  expect(text).toContain('Bonjour camille')
  expect(read).toContain('<img src="cid:1@example.org">')
  expect(
    attachments.map(({ contentId, mimeType, disposition, related }) => ({ contentId, mimeType, disposition, related })),
  ).toEqual(
    pictures.map(({ contentId }) => ({
      contentId: `<${contentId}>`,
      mimeType: 'image/jpeg',
      disposition: 'inline',
      related: true,
    })),
  )
  for (const [at, { content }] of attachments.entries())
    expect(
      typeof content !== 'string' &&
        Buffer.from(new Uint8Array(content)).equals(pictures[at]?.bytes ?? Buffer.alloc(0)),
    ).toBe(true)
  expect((await verify(message)).result).toBe('pass')
  const last = message.lastIndexOf('AA')
  const changed = Buffer.from(message)
  changed.write('BB', last === -1 ? message.length - 100 : last, 'latin1')
  expect((await verify(changed)).result, 'a changed picture').not.toBe('pass')
})

test('every line is short, of ASCII, and begins with no dot', async () => {
  const lines = (await letterTo('camille')).toString('latin1').split('\r\n')
  expect(lines.filter((line) => line.length > 998 || /^\.|[\u0080-\u00ff]|[\t ]$/.test(line))).toEqual([])
})

test('for two readers nothing of a picture differs', async () => {
  const [one, other] = await Promise.all(['camille', 'dominiq'].map(letterTo))
  const pictureLines = (message: Buffer | undefined) => (message ?? Buffer.alloc(0)).subarray(-200_000)
  expect(pictureLines(one).equals(pictureLines(other))).toBe(true)
})

test('without pictures a letter has its two parts and nothing around them', () => {
  const plain = Buffer.concat(encodeBody({ text: 'a', html: '<p>a</p>' }).pieces).toString('latin1')
  expect(plain).not.toContain('multipart/related')
  expect(plain.match(/^Content-Type: /gm)).toHaveLength(2)
})
