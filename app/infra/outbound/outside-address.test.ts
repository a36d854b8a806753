import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isOutside, readOutsideUrl } from './outside-address.ts'

const read = (typed: string, tryingOut = false) => {
  const found = readOutsideUrl(typed, { tryingOut })
  return typeof found === 'string' ? found : found.href
}

test.each([
  ['https://hooks.example.org/in?key=1#part', 'https://hooks.example.org/in?key=1'],
  ['https://hooks.example.org:443/', 'https://hooks.example.org/'],
  ['http://hooks.example.org/', 'not-https'],
  ['https://hooks.example.org:8443/', 'other-port'],
  ['https://me:secret@hooks.example.org/', 'has-password'],
  ['http://127.0.0.1:4000/', 'not-https'],
  ['https://localhost:4000/', 'other-port'],
  ['file:///etc/passwd', 'not-https'],
  ['hooks.example.org', 'not-an-address'],
  [`https://hooks.example.org/${'x'.repeat(500)}`, 'too-long'],
])('%s is read as %s', (typed, found) => {
  expect(read(typed)).toBe(found)
})

test('while trying out, this machine may be called, and no other place in clear', () => {
  expect(read('http://127.0.0.1:4000/in', true)).toBe('http://127.0.0.1:4000/in')
  expect(read('http://10.0.0.1:4000/in', true)).toBe('not-https')
  expect(read('http://127.0.0.1.example.org/', true)).toBe('not-https')
})

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  'ff02::1',
  '::ffff:10.0.0.1',
  '::ffff:8.8.8.8',
  '64:ff9b::a00:1',
  '64:ff9b::808:808',
  '64:ff9b:1::808:808',
  '2002:a00:1::1',
  '2002:808:808::1',
  '2001:0:a00:1::1',
  '2001:0:808:808::1',
  '2001:db8::1',
  '::7f00:1',
  '::127.0.0.1',
  '::8.8.8.8',
  '::1:0:0',
  '::ffff:0:a00:1',
  '4000::1',
  'fe00::1',
  'fec0::1',
  '1fff::1',
  '3fff::1',
  '5f00::1',
  'no address',
])('%s is not outside', (address) => {
  expect(isOutside(address)).toBe(false)
})

test('addresses of the open internet are outside', () => {
  for (const address of ['8.8.8.8', '203.0.112.1', '172.32.0.1', '2a00:1450:4007::200e', '2606:4700::1111', '2003::1'])
    expect(isOutside(address)).toBe(true)
})

test('of IPv6, whatever begins with other bits than those of global unicast is not outside', () => {
  const group = fc.nat(0xffff)
  const first = group.filter((bits) => bits >> 13 !== 1)
  const address = fc.tuple(first, fc.array(group, { minLength: 7, maxLength: 7 }))
  const spelled = address.map(([one, others]) => [one, ...others].map((bits) => bits.toString(16)).join(':'))
  fc.assert(fc.property(spelled, (typed) => !isOutside(typed)))
})

test('whatever address of a private network is inside, also where IPv6 hides it', () => {
  const byte = fc.nat(255)
  const inside = fc
    .tuple(fc.constantFrom('10.0', '127.0', '172.16', '172.31', '192.168', '169.254', '100.64'), byte, byte)
    .map(([network, one, other]) => `${network}.${one}.${other}`)
  const spelled = fc.constantFrom('', '::', '::ffff:', '64:ff9b::')
  fc.assert(fc.property(inside, spelled, (address, before) => !isOutside(before + address)))
})
