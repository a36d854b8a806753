import { asArtifact, grey, ink, printable, type Pen, type Sheet } from '#app/features/paper/sheet/drawing.server.ts'
import type { PackBlock } from '../document/blocks.ts'
import { faint, heightOf, left, line, lowest, need, width, type Looks, type Structure } from './page.server.ts'

type Table = Extract<PackBlock, { kind: 'table' }>

interface Column {
  x: number
  width: number
  looks: Looks
}

const padding = 3
const size = 9.5
const barShare = 0.34

/** Numbers take little room, the first column more than the others. */
function columnsOf({ head, numeric, bars }: Table): Column[] {
  const weights = head.map((_, at) => (numeric.includes(at) ? 1 : at === 0 ? 2.4 : 1.6))
  const room = width * (bars ? 1 - barShare : 1)
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  let x = left
  return weights.map((weight, at) => {
    const isLast = at === weights.length - 1
    if (bars && isLast) x += width * barShare
    const column = (room * weight) / whole
    const looks: Looks = {
      font: 'reading',
      size,
      width: column - 2 * padding,
      lineGap: 1,
      align: numeric.includes(at) ? 'right' : 'left',
    }
    const made = { x: x + padding, width: column, looks }
    x += column
    return made
  })
}

interface Row {
  cells: readonly string[]
  head?: boolean
  bar?: number
}

const rowHeight = (doc: Sheet, columns: readonly Column[], { cells, head }: Row): number =>
  Math.max(
    ...columns.map(({ looks }, at) => heightOf(doc, cells[at] ?? '', { ...looks, font: head ? 'strong' : 'reading' })),
  ) +
  2 * padding

function drawBar(doc: Sheet, columns: readonly Column[], { y, share }: { y: number; share: number }): void {
  const last = columns.at(-1)
  if (!last || share <= 0) return
  const room = width * barShare - 8
  asArtifact(doc, () => {
    doc.rect(last.x - padding - room, y + 4, Math.max(0.8, room * share), 8).fill(faint)
  })
}

/** @returns what writes each cell, in their order */
function cellsOf(doc: Sheet, columns: readonly Column[], { cells, head }: Row): (() => void)[] {
  const { y } = doc
  return columns.map(({ x, looks: { width: room, align = 'left' } }, at) => () => {
    doc.font(head ? 'strong' : 'reading').fontSize(size)
    doc.fillColor(head ? grey : ink)
    doc.text(printable(cells[at] ?? ''), x, y + padding, { width: room, lineGap: 1, align })
  })
}

function drawRow({ doc, parent: table }: Pen, columns: readonly Column[], row: Row): void {
  const { y } = doc
  const height = rowHeight(doc, columns, row)
  if (row.bar !== undefined) drawBar(doc, columns, { y, share: row.bar })
  const structure = doc.struct('TR')
  table.add(structure)
  for (const [at, write] of cellsOf(doc, columns, row).entries()) {
    const type = row.head || at === 0 ? 'TH' : 'TD'
    structure.add(doc.struct(type, type === 'TH' ? { scope: row.head ? 'Column' : 'Row' } : {}, write))
  }
  structure.end()
  doc.y = y + height
  line(doc, doc.y, row.head ? { weight: 1.2 } : { weight: 0.4, colour: faint })
}

/** A head that is repeated on the next page: said once to whoever listens. */
function repeatHead(doc: Sheet, columns: readonly Column[], row: Row): void {
  const { y } = doc
  const height = rowHeight(doc, columns, row)
  asArtifact(doc, () => {
    for (const write of cellsOf(doc, columns, row)) write()
  })
  doc.y = y + height
  line(doc, doc.y, { weight: 1.2 })
}

/** A table over as many pages as it takes; no row is cut in two. */
export function drawTable(doc: Sheet, parent: Structure, block: Table): void {
  const columns = columnsOf(block)
  const head: Row = { cells: block.head, head: true }
  need(doc, 70)
  const table = doc.struct('Table', { title: block.caption })
  parent.add(table)
  drawRow({ doc, parent: table }, columns, head)
  for (const [at, cells] of block.rows.entries()) {
    const row: Row = { cells, ...(block.bars ? { bar: block.bars[at] ?? 0 } : {}) }
    if (doc.y + rowHeight(doc, columns, row) > lowest) {
      doc.addPage()
      repeatHead(doc, columns, head)
    }
    drawRow({ doc, parent: table }, columns, row)
  }
  table.end()
  doc.x = left
  doc.y += 10
}
