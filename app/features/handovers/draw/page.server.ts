import {
  asArtifact,
  grey,
  ink,
  mm,
  newSheet,
  paper,
  printable,
  type Pen,
  type Sheet,
} from '#app/features/paper/sheet/drawing.server.ts'
import type { PackDocument } from '../document/blocks.ts'

export type Structure = PDFKit.PDFStructureElement
type Face = 'reading' | 'strong' | 'display'

/** The colour of the count, dark enough for a printer without colours. */
export const voice = '#c8290f'
export const faint = '#d8cdb9'

export const left = mm(22)
export const top = mm(27)
const bottomMargin = mm(24)
export const width = paper.width - 2 * left
export const lowest = paper.height - bottomMargin

export function newPack({ title, subtitle, association, locale, dated }: PackDocument): Sheet {
  const margins = { top, left, right: left, bottom: bottomMargin }
  return newSheet({ title: `${title} – ${subtitle}`, association, lang: locale, dated, margins })
}

export interface Looks {
  font: Face
  size: number
  colour?: string
  /** Points from the left margin. */
  indent?: number
  width?: number
  /** Points after it. */
  after?: number
  lineGap?: number
  align?: 'left' | 'right'
  lang?: string
}

const optionsOf = ({ indent = 0, width: room, lineGap = 2, align }: Looks) => ({
  width: room ?? width - indent,
  lineGap,
  ...(align ? { align } : {}),
})

/** Words in the structure of a document, from the left margin on; as many pages as they take. */
export function put({ doc, parent }: Pen, [type, text]: readonly [string, string], looks: Looks): void {
  const { font, size, colour = ink, indent = 0, after = 6, lang } = looks
  parent.add(
    doc.struct(type, lang ? { lang } : {}, () => {
      doc.font(font).fontSize(size).fillColor(colour)
      doc.x = left + indent
      doc.text(printable(text), optionsOf(looks))
    }),
  )
  doc.x = left
  doc.y += after
}

/** The height that words will take. */
export const heightOf = (doc: Sheet, text: string, looks: Looks): number =>
  doc.font(looks.font).fontSize(looks.size).heightOfString(printable(text), optionsOf(looks))

/** Goes on to the next page when less than so many points are left on this one. */
export function need(doc: Sheet, points: number): void {
  if (doc.y + points > lowest) doc.addPage()
  doc.x = left
}

export function line(doc: Sheet, y: number, { weight = 0.6, colour = ink } = {}): void {
  asArtifact(doc, () => {
    doc
      .save()
      .lineWidth(weight)
      .strokeColor(colour)
      .moveTo(left, y)
      .lineTo(left + width, y)
      .stroke()
      .restore()
  })
}

const headY = mm(14)
const footY = paper.height - mm(16)
const numberWidth = mm(22)

/** Head and foot of every page, once it is known how many there are: whose it is, of which count, which page. */
export function drawRunning(doc: Sheet, { running, foot, pageOf }: PackDocument): void {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page)
    const { margins } = doc.page
    doc.page.margins = { ...margins, top: 0, bottom: 0 } // what stands in the margins must not begin a page
    if (page > start) line(doc, headY + 13)
    line(doc, footY - 5)
    asArtifact(doc, () => {
      const one = { height: 12, ellipsis: true, lineBreak: true }
      doc.font('reading').fontSize(8).fillColor(grey)
      if (page > start) doc.text(printable(running), left, headY, { ...one, width })
      doc.text(printable(foot), left, footY, { ...one, width: width - numberWidth })
      const number = printable(pageOf(page + 1 - start, count))
      doc
        .font('strong')
        .fillColor(ink)
        .text(number, left + width - numberWidth, footY, { width: numberWidth, align: 'right' })
    })
    doc.page.margins = margins
  }
}
