import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inherited } from './infra/config.server.ts'

const portevoix = (args: string[], input: string | Buffer = '') =>
  spawnSync(process.execPath, ['app/portevoix.mjs', ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // Nowhere to write and nothing to reach: a rule asks for neither.
    env: { ...inherited('production'), DATABASE_URL: 'postgresql://127.0.0.1:1/none', DATA_DIR: '/nowhere' },
  })

test('the canonical form of an address can be asked of the command line, without a server or a database', () => {
  const { stdout, status } = portevoix(
    ['canonical'],
    'C.amille+x@GoogleMail.com\r\n"camille@bücher.example"\n\nnot an address\n',
  )
  expect(stdout.trim().split('\n')).toEqual([
    '{"canonical":"camille@gmail.com"}',
    '{"canonical":"camille@xn--bcher-kva.example"}',
    '{"error":"not one e-mail address"}',
    '{"error":"not one e-mail address"}',
  ])
  expect(status, 'lines were refused').toBe(1)
  expect(portevoix(['canonical'], 'camille@example.org\n').status).toBe(0)
})

test('what the guard finds can be asked of the command line, with places in the text as it was given', () => {
  const lines = ['"Né·e 😀 : 06\\u00a039 98 12 34."', '"Rien."', 'no JSON', '42', '"Rien non plus."']
  const { stdout, status } = portevoix(['guard'], lines.join('\n'))
  expect(stdout.trim().split('\n')).toEqual([
    '[{"type":"phone","severity":"stop","start":10,"end":24}]',
    '[]',
    '{"error":"not a JSON string"}',
    '{"error":"not a JSON string"}',
    '[]',
  ])
  expect(status).toBe(1)
  expect(portevoix(['guard'], '"Rien."\n').status).toBe(0)
})

test('a line of the guard ends at a line feed, whatever else is in it: byte-order mark, CRLF, no UTF-8, a megabyte', () => {
  const names = 90_000
  const { stdout, status } = portevoix(
    ['guard'],
    Buffer.concat([
      Buffer.from('\uFEFF"tel 06 39 98 12 34"\r\n"\u2028    06 39 98 12 34"\n'),
      Buffer.from('"\xFF\xFE  06 39 98 12 34"\n', 'latin1'),
      Buffer.from(`${JSON.stringify('Mme Dupont. '.repeat(names))}\n"Rien."`),
    ]),
  )
  const [marked, separated, broken, long = '', last, ...rest] = stdout.split('\n')
  const at = (start: number) => `[{"type":"phone","severity":"stop","start":${start},"end":${start + 14}}]`
  expect([marked, separated, broken, last, rest]).toEqual([at(4), at(5), at(4), '[]', ['']])
  expect(long.match(/person/g)).toHaveLength(names)
  expect(status).toBe(0)
  expect(portevoix(['guard']).stdout, 'nothing in, nothing out').toBe('')
}, 60_000)

test('what a message that came back means can be asked of the command line', () => {
  const message = (status: string) =>
    `From: MAILER-DAEMON@example.org\r\nSubject: Undelivered\r\nContent-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; camille@example.org\r\nAction: failed\r\nStatus: ${status}\r\n--b--\r\n`
  const asked = (input: string) => portevoix(['bounce', '--dry-run'], input)
  expect(asked(message('5.1.1'))).toMatchObject({
    status: 0,
    stdout: '{"kind":"hard","recipients":["camille@example.org"],"status":"5.1.1"}\n',
  })
  expect(asked(message('5.2.2')).stdout).toBe('{"kind":"soft","recipients":["camille@example.org"],"status":"5.2.2"}\n')
  expect(asked('')).toMatchObject({ status: 0, stdout: '{"kind":"none","recipients":[],"status":null}\n' })
}, 30_000)

test('a command that does not exist is a wrong use, and says where help is', () => {
  const { stderr, status } = portevoix(['canonicle'])
  expect(status).toBe(2)
  expect(stderr).toContain('portevoix --help')
})

test('vectors of proofs are judged one word a file, in their order, without a server or a database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vectors-'))
  const root = createHash('sha256').update('\0a leaf').digest('base64')
  const files = {
    good: { root, leafHash: root },
    bad: { root, leafHash: root.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')) },
  }
  const paths = Object.entries(files).map(([name, hashes]) => {
    const path = join(folder, `${name}.json`)
    writeFileSync(path, JSON.stringify({ leafIdx: 0, treeSize: 1, proof: [], ...hashes }))
    return path
  })
  try {
    expect(portevoix(['log', 'check-vector', ...paths])).toMatchObject({ status: 0, stdout: 'accept\nrefuse\n' })
    const missing = portevoix(['log', 'check-vector', join(folder, 'none.json'), ...paths])
    expect(missing).toMatchObject({ status: 1, stdout: 'refuse\naccept\nrefuse\n' })
    expect(missing.stderr).toContain('none.json cannot be read')
    expect(portevoix(['log', 'check-vector']).status, 'no file was named').toBe(2)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
