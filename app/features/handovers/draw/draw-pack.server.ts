import {
  asArtifact,
  bytesFrom,
  drawQr,
  grey,
  mm,
  type Pen,
  type Sheet,
} from '#app/features/paper/sheet/drawing.server.ts'
import type { PackBlock, PackDocument, PackSection } from '../document/blocks.ts'
import { drawChart } from './chart.server.ts'
import { drawCover } from './cover.server.ts'
import { drawRunning, left, line, need, newPack, put, voice, width, type Structure } from './page.server.ts'
import { drawTable } from './table.server.ts'

type Of<K extends PackBlock['kind']> = Extract<PackBlock, { kind: K }>
function drawList({ doc, parent }: Pen, { items, ordered }: Of<'list'>): void {
  const list = doc.struct('L')
  parent.add(list)
  for (const [at, item] of items.entries()) {
    const entry = doc.struct('LI')
    list.add(entry)
    need(doc, 30)
    const { page, y } = doc
    put({ doc, parent: entry }, ['Lbl', ordered ? `${at + 1}.` : '–'], {
      font: 'strong',
      size: 10.5,
      width: 18,
      after: 0,
    })
    if (doc.page === page) doc.y = y
    put({ doc, parent: entry }, ['LBody', item], { font: 'reading', size: 10.5, indent: 20, after: 4 })
    entry.end()
  }
  list.end()
  doc.y += 4
}

const labelShare = 0.68

function drawFacts({ doc, parent }: Pen, { rows }: Of<'facts'>): void {
  for (const [label, value] of rows) {
    need(doc, 40)
    const { y } = doc
    const paragraph = doc.struct('P')
    parent.add(paragraph)
    put({ doc, parent: paragraph }, ['Span', label], {
      font: 'reading',
      size: 10.5,
      width: width * labelShare,
      after: 0,
    })
    const next = doc.y
    doc.y = y - 2
    const right = { indent: width * labelShare, align: 'right' } as const
    put({ doc, parent: paragraph }, ['Span', value], { font: 'display', size: 14, after: 0, ...right })
    paragraph.end()
    doc.y = Math.max(next, doc.y) + 3
    line(doc, doc.y, { weight: 0.5, colour: grey })
    doc.y += 5
  }
  doc.y += 6
}

function drawExact({ doc, parent }: Pen, { label, text }: Of<'exact'>): void {
  need(doc, 44)
  put({ doc, parent }, ['P', label], { font: 'strong', size: 9, after: 1 })
  // The reading face tells 0 from O and 1 from l: it is made for that.
  put({ doc, parent }, ['P', text], { font: 'reading', size: 9, indent: 10, after: 9 })
}

function drawQuote({ doc, parent }: Pen, { text, credit, lang }: Of<'quote'>): void {
  need(doc, 60)
  const quote = doc.struct('BlockQuote', { lang })
  parent.add(quote)
  const { page, y } = doc
  put({ doc, parent: quote }, ['P', text], { font: 'reading', size: 12, indent: 14, after: 3 })
  put({ doc, parent: quote }, ['P', `— ${credit}`], { font: 'strong', size: 9, indent: 14, colour: grey, after: 16 })
  quote.end()
  const height = doc.y - y - 18
  if (doc.page === page) asArtifact(doc, () => doc.rect(left, y, 3, height).fill(voice))
}

const codeSize = mm(30)

function drawCode({ doc, parent }: Pen, { url, alt, caption }: Of<'code'>): void {
  need(doc, codeSize + 30)
  const { y } = doc
  drawQr({ doc, parent }, { url, alt }, { x: left, y, size: codeSize })
  doc.y = y + codeSize / 2 - 8
  put({ doc, parent }, ['P', caption], { font: 'strong', size: 9.5, indent: codeSize + 12, after: 0 })
  doc.y = Math.max(doc.y, y + codeSize) + 14
}

function drawHeading({ doc, parent }: Pen, { level, text }: Of<'heading'>): void {
  need(doc, 70)
  doc.y += level === 3 ? 8 : 4
  const looks = level === 3 ? ({ font: 'display', size: 14 } as const) : ({ font: 'strong', size: 11.5 } as const)
  put({ doc, parent }, [`H${level}`, text], { ...looks, after: 5 })
}

function draw(pen: Pen, block: PackBlock, document: PackDocument): void {
  const { doc, parent } = pen
  switch (block.kind) {
    case 'heading':
      return drawHeading(pen, block)
    case 'paragraph':
      need(doc, 30)
      return put({ doc, parent }, ['P', block.text], {
        font: 'reading',
        size: block.small ? 9.5 : 10.5,
        after: 7,
        ...(block.small ? { colour: grey } : {}),
      })
    case 'list':
      return drawList(pen, block)
    case 'facts':
      return drawFacts(pen, block)
    case 'exact':
      return drawExact(pen, block)
    case 'table':
      return drawTable(doc, parent, block)
    case 'chart':
      return drawChart(doc, parent, { chart: block, locale: document.locale })
    case 'quote':
      return drawQuote(pen, block)
    case 'code':
      return drawCode(pen, block)
  }
}

const pageNow = (doc: Sheet): number => {
  const { start, count } = doc.bufferedPageRange()
  return start + count
}

/** @returns the page on which it begins, from 1 */
function drawSection(
  doc: Sheet,
  root: Structure,
  { section, document }: { section: PackSection; document: PackDocument },
): number {
  if (section.apart) doc.addPage()
  else {
    need(doc, 130)
    doc.y += 14
  }
  const page = pageNow(doc)
  const bookmark = doc.outline.addItem(section.title)
  const parent = doc.struct('Sect', { title: section.title })
  root.add(parent)
  put({ doc, parent }, ['H2', section.title], { font: 'display', size: 21, lineGap: 0, after: 5 })
  line(doc, doc.y, { weight: 1.6 })
  doc.y += 12
  for (const block of section.blocks) {
    if (block.kind === 'heading' && block.level === 3) bookmark.addItem(block.text)
    draw({ doc, parent }, block, document)
  }
  parent.end()
  return page
}

async function drawOnce(document: PackDocument, known: readonly number[]) {
  const doc = newPack(document)
  const root = doc.struct('Document', { lang: document.locale })
  doc.addStructure(root)
  drawCover({ doc, parent: root }, document, known)
  const pages = document.sections.map((section) => drawSection(doc, root, { section, document }))
  root.end()
  drawRunning(doc, document)
  return { bytes: await bytesFrom(doc), pages }
}

/** A pack as a tagged PDF, A4. Drawn twice: the pages of the contents are known when everything is in its place. */
export async function drawPack(document: PackDocument): Promise<Buffer> {
  const { pages } = await drawOnce(document, [])
  const { bytes } = await drawOnce(document, pages)
  return bytes
}
