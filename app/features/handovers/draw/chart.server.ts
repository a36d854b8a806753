import { scaleLinear } from 'd3-scale'
import { grey, ink, printable, type Sheet } from '#app/features/paper/sheet/drawing.server.ts'
import { formatNumber, formatShortDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import type { PackBlock } from '../document/blocks.ts'
import { faint, left, need, put, voice, width, type Structure } from './page.server.ts'

type Chart = Extract<PackBlock, { kind: 'chart' }>

const height = 150
const axis = 44

interface Frame {
  doc: Sheet
  /** Of the highest line. */
  y: number
  locale: Locale
}

const written = (doc: Sheet) => doc.font('reading').fontSize(8).fillColor(grey)

function drawScale({ doc, y, locale }: Frame, highest: number): (value: number) => number {
  const steps = highest < 3 ? highest : 3
  const scale = scaleLinear().domain([0, highest]).nice(steps).range([height, 0])
  for (const tick of scale.ticks(steps).filter(Number.isInteger)) {
    const at = y + scale(tick)
    doc.lineWidth(tick === 0 ? 1.2 : 0.5).strokeColor(tick === 0 ? ink : faint)
    doc
      .moveTo(left + axis, at)
      .lineTo(left + width, at)
      .stroke()
    written(doc).text(printable(formatNumber(locale, tick)), left, at - 5, {
      width: axis - 6,
      align: 'right',
      lineBreak: false,
    })
  }
  return (value) => y + scale(Math.max(0, value))
}

/** One step a day: no curve between two days, nothing happened there. */
function drawSteps({ doc, y }: Frame, points: Chart['points'], at: (value: number) => number): void {
  const band = (width - axis) / points.length
  doc.moveTo(left + axis, y + height)
  for (const [place, { value }] of points.entries()) {
    doc.lineTo(left + axis + place * band, at(value))
    doc.lineTo(left + axis + (place + 1) * band, at(value))
  }
  doc
    .lineTo(left + width, y + height)
    .closePath()
    .fill(voice)
}

function drawDays({ doc, y, locale }: Frame, points: Chart['points']): void {
  const [first, last] = [points[0], points.at(-1)]
  const under = { width: (width - axis) / 2, lineBreak: false } as const
  written(doc)
  if (first) doc.text(printable(formatShortDay(locale, first.day)), left + axis, y + height + 5, under)
  if (last && last !== first)
    doc.text(printable(formatShortDay(locale, last.day)), left + axis + under.width, y + height + 5, {
      ...under,
      align: 'right',
    })
}

/** Days as an area, with its words before and after. */
export function drawChart(doc: Sheet, parent: Structure, { chart, locale }: { chart: Chart; locale: Locale }): void {
  const { title, points, summary } = chart
  need(doc, height + 80)
  put({ doc, parent }, ['P', title], { font: 'strong', size: 9.5, after: 8 })
  const { y } = doc
  const bbox: [number, number, number, number] = [left, y, left + width, y + height + 16]
  parent.add(
    doc.struct('Figure', { alt: `${title}. ${summary}`, bbox }, () => {
      const frame = { doc, y, locale }
      const at = drawScale(frame, Math.max(1, ...points.map(({ value }) => value)))
      drawSteps(frame, points, at)
      drawDays(frame, points)
    }),
  )
  doc.y = y + height + 22
  put({ doc, parent }, ['P', summary], { font: 'reading', size: 9.5, colour: grey, after: 10 })
}
