import { expect, test } from 'vitest'
import { mastodonHost, mastodonShare } from './share.ts'

test.each([
  ['mastodon.example', 'mastodon.example'],
  ['  Mastodon.Example  ', 'mastodon.example'],
  ['https://mastodon.example/@me?x=1#y', 'mastodon.example'],
  ['@me@social.mastodon.example', 'social.mastodon.example'],
  ['me@mastodon.example', 'mastodon.example'],
  ['pouët.example', 'xn--pout-npa.example'],
])('%j means the server %s', (typed, server) => {
  expect(mastodonHost(typed)).toBe(server)
})

test.each([
  '',
  'mastodon',
  'localhost',
  '127.0.0.1',
  '[::1]',
  'mastodon.example:8443',
  'a b.example',
  'javascript:alert(1)',
  '//mastodon.example',
  'mastodon.example\\@evil.example\\',
  '-bad.example',
  'x'.repeat(300) + '.example',
  'mastodon..example',
  '%6d.example',
])('%j means no server', (typed) => {
  expect(mastodonHost(typed)).toBeNull()
})

test('a message waits on the page of the server, every sign of it escaped', () => {
  expect(mastodonShare('mastodon.example', 'Lire & signer : https://example.org/fr/score')).toBe(
    'https://mastodon.example/share?text=Lire%20%26%20signer%20%3A%20https%3A%2F%2Fexample.org%2Ffr%2Fscore',
  )
})
