import PDFDocument from 'pdfkit'
import { create as createQr } from 'qrcode'
import reading from '../fonts/atkinson-hyperlegible-next-400.ttf?inline'
import strong from '../fonts/atkinson-hyperlegible-next-700.ttf?inline'
import display from '../fonts/bricolage-grotesque-800.ttf?inline'

export type Sheet = PDFKit.PDFDocument
type Structure = PDFKit.PDFStructureElement

const millimetre = 72 / 25.4
export const mm = (millimetres: number): number => millimetres * millimetre

export const ink = '#141210'
export const grey = '#5b5650'
/** A4 with margins that every office printer can keep. */
export const paper = { width: mm(210), height: mm(297), margin: mm(13) }
export const inner = paper.width - 2 * paper.margin
/** Room at the foot of every page: which text, which page. */
export const footHeight = mm(13)
export const lowest = paper.height - paper.margin - footHeight

const bytesOf = (address: string) => Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')

const spaces = /[\u202F\u2007\u2009]/g
/** The fonts hold Latin and no narrow spaces. */
export const printable = (text: string): string => text.normalize('NFC').replace(spaces, '\u00A0')

export interface SheetFacts {
  title: string
  association: string
  lang: string
  /** When the text was published: the same text makes the same bytes. */
  dated: Date
  /** In points; those of a sheet to sign when absent. */
  margins?: PDFKit.Mixins.ExpandedSides<number>
}

const sheetMargins = {
  top: paper.margin,
  left: paper.margin,
  right: paper.margin,
  bottom: paper.margin + footHeight,
}

/** An empty document: tagged, with its language, its title and its fonts. */
export function newSheet({ title, association, lang, dated, margins = sheetMargins }: SheetFacts): Sheet {
  const doc = new PDFDocument({
    size: 'A4',
    margins,
    pdfVersion: '1.7',
    lang,
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: title,
      Author: association,
      CreationDate: dated,
      ModDate: dated,
      Producer: 'Portevoix',
      Creator: 'Portevoix',
    },
  })
  doc.registerFont('reading', bytesOf(reading))
  doc.registerFont('strong', bytesOf(strong))
  doc.registerFont('display', bytesOf(display))
  doc.on('pageAdded', () => doc.fillColor(ink))
  return doc.font('reading').fillColor(ink)
}

/** Draws what is decoration or repeats on every page: a reader that speaks passes over it. */
export function asArtifact(doc: Sheet, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' })
  draw()
  doc.endMarkedContent()
}

/** Where something is written: the document, and the element of its structure that it is part of. */
export interface Pen {
  doc: Sheet
  parent: Structure
}

interface Said {
  font: 'reading' | 'strong' | 'display'
  size: number
  options?: PDFKit.Mixins.TextOptions
  at?: { x: number; y: number }
}

/** Text that is part of the structure, under a parent that already is. */
export function say({ doc, parent }: Pen, [type, text]: readonly [string, string], said: Said): void {
  const { font, size, options, at } = said
  parent.add(
    doc.struct(type, {}, () => {
      doc.font(font).fontSize(size)
      if (at) doc.text(printable(text), at.x, at.y, options)
      else doc.text(printable(text), options)
    }),
  )
}

/** The height that a text will take. */
export function heightOf(doc: Sheet, text: string, { font, size, options }: Omit<Said, 'at'>): number {
  return doc.font(font).fontSize(size).heightOfString(printable(text), options)
}

export function rule(doc: Sheet, y: number, width = 1.5): void {
  asArtifact(doc, () => {
    doc
      .lineWidth(width)
      .strokeColor(ink)
      .moveTo(paper.margin, y)
      .lineTo(paper.margin + inner, y)
      .stroke()
  })
}

interface Square {
  x: number
  y: number
  size: number
}

/** A QR code in lines: sharp at any size. Error correction M: a crease through it is forgiven. */
export function drawQr({ doc, parent }: Pen, content: { url: string; alt: string }, square: Square): void {
  const { modules } = createQr(content.url, { errorCorrectionLevel: 'M' })
  const { x, y, size } = square
  const cell = size / modules.size
  const bbox: [number, number, number, number] = [x, y, x + size, y + size]
  parent.add(
    doc.struct('Figure', { alt: content.alt, bbox }, () => {
      for (let row = 0; row < modules.size; row += 1)
        for (let column = 0; column < modules.size; column += 1)
          if (modules.get(row, column)) doc.rect(x + column * cell, y + row * cell, cell + 0.05, cell + 0.05)
      doc.fill(ink)
    }),
  )
}

/** The bytes of a finished document. */
export function bytesFrom(doc: Sheet): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
    doc.end()
  })
}
