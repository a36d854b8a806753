import type { T } from '#app/i18n/t.ts'
import { asArtifact, grey, heightOf, ink, inner, lowest, mm, paper, printable, type Sheet } from './drawing.server.ts'

/** Never fewer on a sheet: a sheet with three rows is a waste of paper and of a walk. */
export const fewestRows = 12
const mostRows = 20
const rowHeight = mm(9.6)
const headHeight = mm(9.5)
/** What twelve rows and their head need. */
export const rowsNeed = headHeight + fewestRows * rowHeight

/** Millimetres of each column; the last one holds a box to tick. */
const columns = [
  { key: 'number', width: 7 },
  { key: 'name', width: 36 },
  { key: 'firstName', width: 30 },
  { key: 'postcode', width: 20 },
  { key: 'signature', width: 34 },
  { key: 'email', width: 42 },
  { key: 'news', width: 15 },
] as const

interface Cell {
  key: (typeof columns)[number]['key']
  x: number
  width: number
}

function cells(): Cell[] {
  let x = paper.margin
  return columns.map(({ key, width }) => {
    const cell = { key, x, width: mm(width) }
    x += cell.width
    return cell
  })
}

function headOf(doc: Sheet, t: T, y: number): PDFKit.PDFStructureElement {
  const head = doc.struct('TR')
  for (const { key, x, width } of cells()) {
    head.add(
      doc.struct('TH', { scope: 'Column' }, () => {
        const text = t(`paper.sheet.columns.${key}`)
        const box = { width: width - 4, height: headHeight, lineGap: -1 }
        const height = heightOf(doc, text, { font: 'strong', size: 7, options: box })
        doc.font('strong').fontSize(7).fillColor(ink)
        doc.text(printable(text), x + 2, y + Math.max(1, headHeight - height - 2), box)
      }),
    )
  }
  head.end()
  return head
}

function rowOf(doc: Sheet, t: T, { y, number }: { y: number; number: number }): PDFKit.PDFStructureElement {
  const row = doc.struct('TR')
  for (const { key, x } of cells())
    row.add(
      doc.struct('TD', key === 'number' || key === 'news' ? {} : { actual: t(`paper.sheet.columns.${key}`) }, () => {
        doc.font('reading').fontSize(8).fillColor(grey)
        if (key === 'number') doc.text(String(number), x + 2, y + rowHeight / 2 - 4, { lineBreak: false })
      }),
    )
  row.end()
  return row
}

function lines(doc: Sheet, { y, count }: { y: number; count: number }): void {
  const bottom = y + headHeight + count * rowHeight
  asArtifact(doc, () => {
    doc.lineWidth(0.5).strokeColor(grey)
    for (let row = 1; row < count; row += 1) {
      const at = y + headHeight + row * rowHeight
      doc.moveTo(paper.margin, at).lineTo(paper.margin + inner, at)
    }
    for (const { x } of cells().slice(1)) doc.moveTo(x, y).lineTo(x, bottom)
    doc.stroke().lineWidth(1.2).strokeColor(ink)
    for (const at of [y, y + headHeight, bottom]) doc.moveTo(paper.margin, at).lineTo(paper.margin + inner, at)
    doc.stroke().lineWidth(0.9)
    const news = cells().at(-1)
    const box = mm(4)
    for (let row = 0; news && row < count; row += 1)
      doc.rect(news.x + (news.width - box) / 2, y + headHeight + row * rowHeight + (rowHeight - box) / 2, box, box)
    doc.stroke()
  })
}

/** The table to sign, from here to the foot of the page: twelve rows at least. @returns where it ends */
export function drawRows(
  doc: Sheet,
  root: PDFKit.PDFStructureElement,
  { t, y, keep }: { t: T; y: number; keep: number },
): number {
  const fits = Math.floor((lowest - keep - y - headHeight) / rowHeight)
  const count = Math.min(mostRows, Math.max(fewestRows, fits))
  const table = doc.struct('Table')
  root.add(table)
  table.add(headOf(doc, t, y))
  for (let row = 0; row < count; row += 1)
    table.add(rowOf(doc, t, { y: y + headHeight + row * rowHeight, number: row + 1 }))
  table.end()
  lines(doc, { y, count })
  return y + headHeight + count * rowHeight
}
