import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.server.ts'

const key = Buffer.alloc(32, 1).toString('base64')
const keys = {
  PORTEVOIX_KEYS: `a:${key}`,
  PORTEVOIX_INDEX_KEY: key,
  PORTEVOIX_SESSION_SECRET: key,
  PORTEVOIX_LOG_KEY: key,
}
const https = {
  APP_URL: 'https://petition.example.org',
  DATABASE_URL: 'postgresql://u:p@localhost/p',
  SMTP_URL: 'smtp://localhost',
  MAIL_FROM: 'Collectif <nouvelles@example.org>',
  ...keys,
}

test('nothing has to be set to try it out', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    appUrl: 'http://localhost:3000',
    production: false,
    databaseUrl: null,
    smtpUrl: null,
    dataDir: '.data',
    role: 'all',
    trustProxy: 0,
    secrets: null,
    catcher: { smtpPort: 1025, port: 1080 },
  })
})

test('with everything set it serves the world', () => {
  expect(readConfig(https)).toMatchObject({
    host: '0.0.0.0',
    production: true,
    mailFrom: { name: 'Collectif', address: 'nouvelles@example.org' },
  })
})

test('an empty variable is one that is not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '', PORTEVOIX_KEYS: '' })).toMatchObject({
    port: 3000,
    databaseUrl: null,
    secrets: null,
  })
})

test.each<[string, Record<string, string>, string]>([
  ['a port that is none', { PORT: 'soon' }, 'PORT'],
  ['an address with a path', { APP_URL: 'https://example.org/petition' }, 'APP_URL'],
  ['an address that is none', { APP_URL: 'petition.example.org' }, 'APP_URL'],
  ['another database', { DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL'],
  ['another mail server', { SMTP_URL: 'http://localhost' }, 'SMTP_URL'],
  ['a sender with a second header', { MAIL_FROM: 'a@example.org\r\nBcc: b@example.org' }, 'MAIL_FROM'],
  ['a short key', { ...keys, PORTEVOIX_KEYS: 'a:c2hvcnQ=' }, 'PORTEVOIX_KEYS'],
  ['half of the keys', { PORTEVOIX_KEYS: `a:${key}` }, 'PORTEVOIX_INDEX_KEY'],
  ['an unknown role', { ROLE: 'king' }, 'ROLE'],
  ['proxies that are not counted', { TRUST_PROXY: 'yes' }, 'TRUST_PROXY'],
  ['a bounce address that leaves no room', { BOUNCE_ADDRESS: 'nouvelles-de-nous@example.org' }, 'BOUNCE_ADDRESS'],
  [
    'a mailbox of no protocol we speak',
    { BOUNCE_ADDRESS: 'b@example.org', BOUNCE_IMAP_URL: 'pop3://x' },
    'BOUNCE_IMAP_URL',
  ],
  ['a mailbox and no bounce address', { BOUNCE_IMAP_URL: 'imaps://a:b@imap.example.org' }, 'BOUNCE_ADDRESS'],
  ['an address to send from that is none', { SENDING_IPS: '203.0.113.25, mail.example.org' }, 'SENDING_IPS'],
  ['a name server by its name', { DNS_SERVERS: 'dns.example.org' }, 'DNS_SERVERS'],
  ['a name server at no port', { DNS_SERVERS: '192.0.2.53:70000' }, 'DNS_SERVERS'],
  ['half of DKIM', { DKIM_DOMAIN: 'example.org' }, 'DKIM_PRIVATE_KEY'],
  ['a limit that is none', { SIGN_LIMIT: 'many' }, 'SIGN_LIMIT'],
  ['a burst that is none', { SIGN_BURST: '40 a minute' }, 'SIGN_BURST'],
  ['https with an embedded database', { ...https, DATABASE_URL: '' }, 'DATABASE_URL'],
  ['https without a mail server', { ...https, SMTP_URL: '' }, 'SMTP_URL'],
  [
    'https with generated keys',
    { APP_URL: https.APP_URL, DATABASE_URL: https.DATABASE_URL, SMTP_URL: https.SMTP_URL, MAIL_FROM: https.MAIL_FROM },
    'PORTEVOIX_KEYS',
  ],
  ['https without a sender', { ...https, MAIL_FROM: '' }, 'MAIL_FROM'],
])('%s ends the boot with the name of the variable and an example', (_, environment, name) => {
  expect(() => readConfig(environment)).toThrow(ConfigError)
  expect(() => readConfig(environment)).toThrow(new RegExp(`${name}[^]*(example|look like|must be|required)`))
})

test('https takes embedded parts when it is asked to', () => {
  expect(readConfig({ APP_URL: https.APP_URL, MAIL_FROM: https.MAIL_FROM, ALLOW_EMBEDDED: '1' })).toMatchObject({
    production: true,
    databaseUrl: null,
  })
})

test('signatures of a network are limited over a minute and over five, and one limit that is chosen stands alone', () => {
  const limits = (environment: Record<string, string>) => {
    const { signLimit, signBurst } = readConfig(environment)
    return [signBurst, signLimit].map(({ points, seconds }) => `${points}/${seconds}`)
  }
  expect(limits({})).toEqual(['40/60', '100/300'])
  expect(limits({ SIGN_LIMIT: '7/60' })).toEqual(['7/60', '7/60'])
  expect(limits({ SIGN_BURST: '3/10' })).toEqual(['3/10', '100/300'])
  expect(limits({ SIGN_LIMIT: '7/60', SIGN_BURST: '3/10' })).toEqual(['3/10', '7/60'])
})

test('addresses that mail leaves from and name servers are lists, with ports where those are not the usual ones', () => {
  const { sendingIps, nameServers } = readConfig({
    SENDING_IPS: '203.0.113.25, 2001:db8::25',
    DNS_SERVERS: '192.0.2.53,127.0.0.1:5353,2001:db8::53,[2001:db8::54]:54',
  })
  expect(sendingIps).toEqual(['203.0.113.25', '2001:db8::25'])
  expect(nameServers).toEqual(['192.0.2.53', '127.0.0.1:5353', '2001:db8::53', '[2001:db8::54]:54'])
  expect(readConfig({})).toMatchObject({ sendingIps: [], nameServers: [] })
})
