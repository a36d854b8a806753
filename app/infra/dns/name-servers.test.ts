import { expect, onTestFinished, test } from 'vitest'
import { aNameServer, type Names } from '#prisma/factories/a-name-server.ts'
import { nameServers } from './name-servers.server.ts'

async function asking(zone: Record<string, Names>) {
  const server = await aNameServer(zone)
  onTestFinished(() => server.close())
  return nameServers([server.address])
}

test('every kind of record is read, a long text in one piece, and exchangers in their order', async () => {
  const long = `v=DKIM1; p=${'A'.repeat(400)}`
  const dns = await asking({
    'example.org': {
      txt: ['v=spf1 -all', long],
      a: ['192.0.2.1'],
      aaaa: ['2001:db8::1'],
      mx: [
        [20, 'second.example.org'],
        [10, 'first.example.org'],
      ],
    },
    '1.2.0.192.in-addr.arpa': { ptr: ['mail.example.org'] },
  })
  expect(await dns.txt('example.org')).toEqual(['v=spf1 -all', long])
  expect(await dns.a('example.org')).toEqual(['192.0.2.1'])
  expect(await dns.aaaa('example.org')).toEqual(['2001:db8::1'])
  expect(await dns.mx('example.org')).toEqual([
    { priority: 10, exchange: 'first.example.org' },
    { priority: 20, exchange: 'second.example.org' },
  ])
  expect(await dns.ptr('192.0.2.1')).toEqual(['mail.example.org'])
})

test('what is not there is nothing; a server that cannot say has not answered', async () => {
  const dns = await asking({ 'bare.example.org': {}, 'broken.example.org': { fault: 'refusal' } })
  expect(await dns.txt('bare.example.org')).toEqual([])
  expect(await dns.txt('none.example.org')).toEqual([])
  expect(await dns.ptr('192.0.2.9')).toEqual([])
  expect(await dns.txt('broken.example.org')).toBe('no-answer')
  expect(await dns.a('a..b'), 'a name that is none').toEqual([])
})
