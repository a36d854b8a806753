import { plainTitle } from '#app/features/campaigns/rules.ts'
import { formatDay } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator, type T } from '#app/i18n/t.ts'
import {
  asArtifact,
  bytesFrom,
  drawQr,
  footHeight,
  grey,
  heightOf,
  ink,
  inner,
  lowest,
  mm,
  newSheet,
  paper,
  printable,
  rule,
  say,
  type Sheet,
} from './drawing.server.ts'
import { drawWholeText } from './reading.server.ts'
import { drawRows, rowsNeed } from './rows.server.ts'

/** Everything a sheet says. The same facts make the same bytes. */
export interface SheetContent {
  locale: Locale
  association: string
  version: number
  /** SHA-256 of the text, in hexadecimal. */
  hash: string
  publishedAt: Date
  title: string
  addressee: string
  ask: string
  demands: readonly string[]
  body: string
  consent: string
  /** Where this very version of the text can be read. */
  textUrl: string
  privacyUrl: string
  /** Where filled sheets are sent; `null` when the team has not said. */
  address: string | null
}

type Structure = PDFKit.PDFStructureElement
interface Drawing {
  doc: Sheet
  root: Structure
  content: SheetContent
  t: T
}

const qrSize = mm(25)
const beside = inner - qrSize - mm(6)

/** Title, request and code: what a person must see before signing. @returns where it ends */
function drawHead({ doc, root, content, t }: Drawing, y: number): number {
  const x = paper.margin
  const column = { width: beside }
  const put = (type: 'H1' | 'P', text: string, look: { font: 'reading' | 'strong' | 'display'; size: number }) =>
    say({ doc, parent: root }, [type, text], { ...look, options: { ...column, paragraphGap: 3 } })
  doc.x = x
  doc.y = y
  doc.fillColor(grey)
  put('P', content.addressee, { font: 'strong', size: 8.5 })
  doc.fillColor(ink)
  const title = plainTitle(content.title)
  put('H1', title, { font: 'display', size: title.length > 90 ? 14 : 19 })
  put('P', content.ask, { font: 'reading', size: 9.5 })
  const end = doc.y
  const corner = { x: x + inner - qrSize, y, size: qrSize }
  drawQr({ doc, parent: root }, { url: content.textUrl, alt: t('paper.sheet.qrAlt', { url: content.textUrl }) }, corner)
  say({ doc, parent: root }, ['P', t('paper.sheet.qr')], {
    font: 'reading',
    size: 6.5,
    options: { width: qrSize },
    at: { x: corner.x, y: y + qrSize + 3 },
  })
  return Math.max(end, doc.y) + 4
}

const small = { font: 'reading', size: 8.5 } as const
const asItem = (demand: string, place: number) => `${place + 1}. ${demand}`

const demandsHeight = ({ doc, content }: Drawing) =>
  content.demands.reduce(
    (sum, demand, at) => sum + heightOf(doc, asItem(demand, at), { ...small, options: { width: inner } }) + 1.5,
    0,
  )

function drawDemands({ doc, root, content }: Drawing, y: number): number {
  const list = doc.struct('L')
  root.add(list)
  doc.x = paper.margin
  doc.y = y
  for (const [at, demand] of content.demands.entries()) {
    const item = doc.struct('LI')
    list.add(item)
    say({ doc, parent: item }, ['LBody', asItem(demand, at)], {
      ...small,
      options: { width: inner, paragraphGap: 1.5 },
    })
    item.end()
  }
  list.end()
  return doc.y + 4
}

const consentLook = { font: 'strong', size: 8.2 } as const
const lookOfNotice = { font: 'reading', size: 7.4 } as const

function drawConsent({ doc, root, t }: Drawing, y: number): number {
  const text = t('paper.sheet.consent')
  const options = { width: inner - 12 }
  const height = heightOf(doc, text, { ...consentLook, options })
  asArtifact(doc, () => {
    doc
      .rect(paper.margin, y, inner, height + 8)
      .lineWidth(0.8)
      .strokeColor(ink)
      .stroke()
  })
  say({ doc, parent: root }, ['P', text], { ...consentLook, options, at: { x: paper.margin + 6, y: y + 4.5 } })
  return y + height + 13
}

/** Where to send it, and what becomes of what is written on it. */
function noticesOf({ content, t }: Drawing): string[] {
  const { association, address, privacyUrl } = content
  const where = address
    ? t('paper.sheet.sendTo', { address: address.replaceAll('\n', ', ') })
    : t('paper.sheet.askWhere', { association })
  return [where, t('paper.sheet.privacy', { association, url: privacyUrl })]
}

const noticesHeight = (drawing: Drawing) =>
  noticesOf(drawing).reduce(
    (sum, text) => sum + heightOf(drawing.doc, text, { ...lookOfNotice, options: { width: inner } }) + 3,
    4,
  )

function drawNotices(drawing: Drawing, y: number): void {
  const { doc, root } = drawing
  doc.x = paper.margin
  doc.y = y + 4
  for (const [at, text] of noticesOf(drawing).entries()) {
    const look = at === 0 ? ({ font: 'strong', size: 7.8 } as const) : lookOfNotice
    say({ doc, parent: root }, ['P', text], { ...look, options: { width: inner, paragraphGap: 3 } })
  }
}

/** At the foot of every page: which text this is, so that a loose sheet says what was signed. */
function drawFeet({ doc, content, t }: Drawing): void {
  const { start, count } = doc.bufferedPageRange()
  const { version, hash, locale, publishedAt, textUrl } = content
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page)
    const y = paper.height - paper.margin - footHeight + 6
    rule(doc, y, 0.6)
    const { bottom } = doc.page.margins
    doc.page.margins.bottom = 0 // the foot stands below where text may flow
    asArtifact(doc, () => {
      doc.font('reading').fontSize(7).fillColor(grey)
      const which = t('paper.sheet.foot', { version, day: formatDay(locale, publishedAt), url: textUrl })
      doc.text(printable(which), paper.margin, y + 4, { width: inner - mm(18), height: 9, ellipsis: true })
      doc.text(`SHA-256 ${hash}`, paper.margin, y + 14, { lineBreak: false })
      const number = t('paper.sheet.page', { page: page + 1, pages: count })
      doc.text(printable(number), paper.margin + inner - mm(18), y + 4, { width: mm(18), align: 'right' })
    })
    doc.page.margins.bottom = bottom
  }
}

/** A page with the table. Who signs sees the request on the same side; when it leaves no room for twelve rows, on the page before. */
function drawSigning(drawing: Drawing): void {
  const { doc, root, content, t } = drawing
  const notices = noticesHeight(drawing)
  let y = drawHead(drawing, paper.margin)
  const consent = heightOf(doc, t('paper.sheet.consent'), { ...consentLook, options: { width: inner - 12 } }) + 13
  const room = lowest - y - consent - notices - rowsNeed
  if (room >= demandsHeight(drawing) + 8) y = drawDemands(drawing, y)
  if (room < 0) {
    doc.addPage()
    const title = plainTitle(content.title)
    say({ doc, parent: root }, ['P', title], {
      font: 'strong',
      size: 11,
      options: { width: inner, height: 30, ellipsis: true },
    })
    y = doc.y + 6
  }
  y = drawConsent(drawing, y + 2)
  drawNotices(drawing, drawRows(doc, root, { t, y, keep: notices }))
}

/** The sheet to print: a table to sign under the request, then the whole text. */
export async function drawSheet(content: SheetContent): Promise<Buffer> {
  const t = translator(content.locale)
  const title = t('paper.sheet.documentTitle', { campaign: plainTitle(content.title) })
  const { association, publishedAt: dated } = content
  const doc = newSheet({ title, association, lang: content.locale, dated })
  const root = doc.struct('Document')
  doc.addStructure(root)
  const drawing = { doc, root, content, t }
  drawSigning(drawing)
  drawWholeText(doc, root, { text: content, t })
  root.end()
  drawFeet(drawing)
  return bytesFrom(doc)
}
