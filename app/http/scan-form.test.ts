import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { BadForm } from './form-fields.server.ts'
import { readScanForm } from './scan-form.server.ts'

const asked = { field: 'scan', most: 1000 }

function sent(scan: Uint8Array | null, more: Record<string, string> = { valid: '12' }): Request {
  const form = new FormData()
  for (const [name, value] of Object.entries(more)) form.append(name, value)
  form.append('scan', new File(scan ? [Uint8Array.from(scan)] : [], scan ? 'scan.pdf' : ''))
  return new Request('http://localhost/', { method: 'POST', body: form })
}
const pdf = (size: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(size - 9, 7)])

test('a scan is hashed, and the fields beside it are read', async () => {
  const bytes = pdf(1000)
  const { fields, scan } = await readScanForm(sent(bytes, { valid: '12', reason: 'été' }), asked)
  expect(scan).toEqual({
    outcome: 'hashed',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
  })
  expect(fields).toEqual(
    new Map([
      ['valid', ['12']],
      ['reason', ['été']],
    ]),
  )
})

test('a JPEG is a scan too; a picture of another kind and a program are not', async () => {
  expect((await readScanForm(sent(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1])), asked)).scan.outcome).toBe('hashed')
  for (const bytes of [Buffer.from('\u0089PNG\r\n', 'latin1'), Buffer.from('MZ..'), Buffer.from('%PD')])
    expect((await readScanForm(sent(bytes), asked)).scan).toEqual({ outcome: 'unreadable' })
})

test('no file chosen is no scan, and one byte too many is too large', async () => {
  expect((await readScanForm(sent(null), asked)).scan).toEqual({ outcome: 'none' })
  expect((await readScanForm(sent(pdf(1001)), asked)).scan).toEqual({ outcome: 'too-large' })
})

test('a file of another field is left out, whatever its size', async () => {
  const form = new FormData()
  form.append('altFr', 'Une foule')
  form.append('picture', new File([new Uint8Array(50_000)], 'foule.png'))
  form.append('altEn', 'A crowd')
  const request = new Request('http://localhost/', { method: 'POST', body: form })
  const { fields, scan } = await readScanForm(request, asked)
  expect([Object.fromEntries(fields), scan]).toEqual([
    { altFr: ['Une foule'], altEn: ['A crowd'] },
    { outcome: 'none' },
  ])
})

test('fifty megabytes pass through without staying in memory', async () => {
  const boundary = 'edge'
  const piece = Buffer.alloc(2 ** 20, 7)
  const opening = `--${boundary}\r\nContent-Disposition: form-data; name="scan"; filename="a.pdf"\r\n\r\n%PDF-`
  const pieces = [
    Buffer.from(opening),
    ...Array.from({ length: 50 }, () => piece),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = pieces.shift()
      if (next) controller.enqueue(next)
      else controller.close()
    },
  })
  const before = process.memoryUsage().arrayBuffers
  const request = new Request('http://localhost/', {
    method: 'POST',
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    body,
    duplex: 'half',
  })
  const { scan } = await readScanForm(request, { field: 'scan', most: 60 * 2 ** 20 })
  expect(scan.outcome).toBe('hashed')
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(40 * 2 ** 20)
})

test('what is no such form is refused', async () => {
  const plain = new Request('http://localhost/', { method: 'POST', body: new URLSearchParams({ valid: '1' }) })
  const long = sent(null, { valid: '1'.repeat(5000) })
  const nul = sent(null, { valid: 'a\u0000b' })
  const many = sent(null, Object.fromEntries(Array.from({ length: 41 }, (_, at) => [`f${at}`, '1'])))
  for (const request of [plain, long, nul, many]) await expect(readScanForm(request, asked)).rejects.toThrow(BadForm)
})
