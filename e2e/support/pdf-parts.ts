import { deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import { mark } from './hostile-images.ts'

export const latin = (text: string) => Buffer.from(text, 'latin1')

export function stream(content: Buffer | string, dictionary = ''): Buffer {
  const bytes = typeof content === 'string' ? latin(content) : content
  return Buffer.concat([latin(`<< /Length ${bytes.length} ${dictionary} >>\nstream\n`), bytes, latin('\nendstream')])
}

export const packed = (content: Buffer) => stream(deflateSync(content, { level: 9 }), '/Filter /FlateDecode')

/** A file of these objects, numbered from 1, with a table that is right. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts = [latin('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n')]
  let length = parts[0]?.length ?? 0
  const places = objects.map((object, at) => {
    const place = length
    const part = Buffer.concat([
      latin(`${at + 1} 0 obj\n`),
      typeof object === 'string' ? latin(object) : object,
      latin('\nendobj\n'),
    ])
    parts.push(part)
    length += part.length
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  parts.push(
    latin(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`),
    latin(`trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`),
  )
  return Buffer.concat(parts)
}

interface Page {
  catalog?: string
  pages?: string
  page?: string
  resources?: string
  content?: Buffer | string
  box?: string
  /** Objects 6 and on. */
  more?: readonly (string | Buffer)[]
  trailer?: string
}

const text = 'BT /F1 24 Tf 72 720 Td (Bonjour) Tj ET'

/** One page that says something, and what is added to it. */
export function onePage(asked: Page = {}): Buffer {
  const { catalog = '', pages = '/Kids [3 0 R] /Count 1', page = '', resources = '', content = text } = asked
  const { box = '[0 0 595 842]', more = [], trailer = '' } = asked
  return pdfOf(
    [
      `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
      `<< /Type /Pages ${pages} >>`,
      `<< /Type /Page /Parent 2 0 R /MediaBox ${box} /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> ${resources} >> ${page} >>`,
      Buffer.isBuffer(content) && content.includes('endstream') ? content : stream(content),
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...more,
    ],
    trailer,
  )
}

export function manyPages(count: number): Buffer {
  const kids = Array.from({ length: count }, (_, at) => `${at + 4} 0 R`).join(' ')
  const page = '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>'
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${count} >>`,
    stream('0 0 100 100 re f'),
    ...Array.from({ length: count }, () => page),
  ])
}

/** As people have them: a letter, drawn by a library. */
export function letter({ pages = 1, password = '', owner = '' } = {}): Promise<Buffer> {
  const options = {
    ...(password ? { userPassword: password } : {}),
    ...(owner ? { ownerPassword: owner } : {}),
  }
  const document = new PDFDocument({ size: 'A4', info: { Title: mark, Author: mark }, pdfVersion: '1.7', ...options })
  const words = 'Vous ne vous êtes pas présentée à votre rendez-vous. Votre allocation est suspendue. '
  for (let at = 0; at < pages; at += 1) {
    if (at > 0) document.addPage()
    document.fontSize(11).text(words.repeat(25))
  }
  const parts: Buffer[] = []
  const done = new Promise<Buffer>((resolve) => {
    document.on('data', (part: Buffer) => parts.push(part))
    document.on('end', () => resolve(Buffer.concat(parts)))
  })
  document.end()
  return done
}

/** What makes a picture of a page. */
export const image = (dictionary: string, content: Buffer | string) => ({
  resources: '/XObject << /I 6 0 R >>',
  content: 'q 400 0 0 400 50 50 cm /I Do Q',
  more: [stream(content, `/Type /XObject /Subtype /Image ${dictionary}`)],
})

export const bigZeros = (megabytes: number) => deflateSync(Buffer.alloc(megabytes * 2 ** 20), { level: 9 })
