import { asArtifact, grey, ink, type Pen, type Sheet } from '#app/features/paper/sheet/drawing.server.ts'
import type { PackDocument } from '../document/blocks.ts'
import { heightOf, left, line, put, top, voice, width, type Structure } from './page.server.ts'

/** Four strokes and one across: someone counted by hand, and you can check. */
const strokes = [
  'M5 3.4Q4.2 10 4.6 19M11.6 2.8Q11 11 11.4 19.4M18.2 3.2Q18.6 11 18 19M25 2.6Q24.4 10 25.2 19.2',
  'M1 17.4Q15 11.4 32.4 4.6',
]

function drawTally(doc: Sheet, { x, y, scale }: { x: number; y: number; scale: number }): void {
  asArtifact(doc, () => {
    doc.save().translate(x, y).scale(scale).lineWidth(2.4).lineCap('round')
    for (const [at, path] of strokes.entries()) doc.path(path).stroke(at === 0 ? ink : voice)
    doc.restore()
  })
}

function drawWarnings(doc: Sheet, root: Structure, warnings: readonly string[]): void {
  for (const warning of warnings) {
    const looks = { font: 'strong', size: 9.5, indent: 10, width: width - 20, after: 16 } as const
    const height = heightOf(doc, warning, looks)
    asArtifact(doc, () => {
      doc
        .save()
        .lineWidth(1.4)
        .strokeColor(voice)
        .rect(left, doc.y, width, height + 12)
        .stroke()
        .restore()
    })
    doc.y += 7
    put({ doc, parent: root }, ['P', warning], looks)
  }
}

const labelWidth = 120

function drawFacts(doc: Sheet, root: Structure, facts: PackDocument['facts']): void {
  for (const [label, value] of facts) {
    const { y } = doc
    const paragraph = doc.struct('P')
    root.add(paragraph)
    put({ doc, parent: paragraph }, ['Span', label], {
      font: 'reading',
      size: 9.5,
      colour: grey,
      width: labelWidth - 8,
      after: 0,
    })
    doc.y = y
    put({ doc, parent: paragraph }, ['Span', value], { font: 'strong', size: 9.5, indent: labelWidth, after: 5 })
    paragraph.end()
  }
}

interface Contents {
  label: string
  titles: readonly string[]
  /** The page of each; none while it is not known. */
  pages: readonly number[]
}

const pageWidth = 30

function drawContents(doc: Sheet, root: Structure, { label, titles, pages }: Contents): void {
  put({ doc, parent: root }, ['H2', label], { font: 'strong', size: 11, after: 6 })
  const toc = doc.struct('TOC')
  root.add(toc)
  for (const [at, title] of titles.entries()) {
    const { y } = doc
    const item = doc.struct('TOCI')
    toc.add(item)
    put({ doc, parent: item }, ['P', title], { font: 'reading', size: 10, width: width - pageWidth, after: 0 })
    const next = doc.y
    doc.y = y
    const page = pages[at] === undefined ? '' : String(pages[at])
    put({ doc, parent: item }, ['P', page], {
      font: 'strong',
      size: 10,
      indent: width - pageWidth,
      align: 'right',
      after: 0,
    })
    item.end()
    doc.y = Math.max(next, doc.y) + 3
    line(doc, doc.y - 1, { weight: 0.3, colour: grey })
    doc.y += 3
  }
  toc.end()
}

const longTitle = 80

/** The first page: what this is, to whom, the one number, and where the rest is found. */
export function drawCover({ doc, parent: root }: Pen, document: PackDocument, pages: readonly number[]): void {
  const { kicker, title, subtitle, figure, facts, warnings, contents, sections } = document
  drawTally(doc, { x: left, y: top - 26, scale: 1.1 })
  doc.y = top + 10
  put({ doc, parent: root }, ['P', `${kicker} · ${subtitle}`], { font: 'strong', size: 10.5, colour: voice, after: 6 })
  const size = title.length > 2 * longTitle ? 19 : title.length > longTitle ? 24 : 32
  put({ doc, parent: root }, ['H1', title], { font: 'display', size, lineGap: 0, after: 12 })
  line(doc, doc.y, { weight: 2 })
  doc.y += 16
  drawWarnings(doc, root, warnings)
  if (figure) {
    put({ doc, parent: root }, ['P', figure.value], { font: 'display', size: 58, colour: voice, lineGap: -6, after: 0 })
    put({ doc, parent: root }, ['P', figure.label], { font: 'strong', size: 13, after: 20 })
  }
  drawFacts(doc, root, facts)
  doc.y += 16
  if (sections.length > 1) drawContents(doc, root, { label: contents, titles: sections.map((one) => one.title), pages })
}
