import type { Block } from './blocks.ts'
import type { LetterDocument } from './compose.ts'
import { manifest, meta, namespaces, styles } from './odt-styles.ts'
import { sheet } from './measures.ts'
import { zip } from './zip.ts'

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (words: string): string => words.replaceAll(/[&<>"]/g, (character) => escaped[character] ?? '')

const linesOf = (lines: readonly string[]): string => lines.map(escape).join('<text:line-break/>')
const paragraph = (style: string, content: string): string => `<text:p text:style-name="${style}">${content}</text:p>`

/** What leads to a list or to the name at the end stays on its page. */
function blockOf(block: Block, next: Block | undefined): string {
  if (block.kind === 'item') return paragraph('Item', `${escape(block.mark)}<text:tab/>${linesOf(block.lines)}`)
  return paragraph(!next ? 'Closing' : next.kind === 'item' ? 'Lead' : 'Body', linesOf(block.lines))
}

/** How many lines a word processor will make of them, about: letters of 10 points are some 1.9 mm wide. */
const heightOf = (lines: readonly string[], width: number): number =>
  lines.reduce((sum, line) => {
    const long = line.length * 1.9
    return sum + 1 + (long - (long % width)) / width
  }, 0)

const atLeastALine = (room: number): number => (room < sheet.senderLine ? sheet.senderLine : room)

/** So much room above a paragraph that it begins where the sheet wants it. */
const placed = (name: string, parent: string, [above, below]: readonly [number, number]): string =>
  `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="${parent}"><style:paragraph-properties fo:margin-top="${above}mm" fo:margin-bottom="${below}mm"/></style:style>`

function contentOf(letter: LetterDocument): string {
  const { sender, addressee, placeAndDate, subject, body, signature, enclosures } = letter
  const { address, margin, senderLine, senderWidth, bodyTop, width } = sheet
  const aboveAddress = address.top - margin - heightOf(sender, senderWidth) * senderLine
  const addressHeight = heightOf(addressee, width - margin - address.left) * address.line
  const own = [
    placed('First', 'Addressee', [atLeastALine(aboveAddress), 0]),
    placed('Dated', 'Date', [atLeastALine(bodyTop - address.top - addressHeight), 6]),
  ]
  const text = [
    ...sender.map((line) => paragraph('Sender', escape(line))),
    ...addressee.map((line, at) => paragraph(at === 0 ? 'First' : 'Addressee', escape(line))),
    paragraph('Dated', escape(placeAndDate)),
    paragraph('Subject', escape(subject)),
    ...body.map((block, at) => blockOf(block, body[at + 1])),
    ...signature.map((line) => paragraph('Signature', escape(line))),
    ...(enclosures ? [paragraph('Enclosures', escape(enclosures.title))] : []),
    ...(enclosures?.items ?? []).map((item) => paragraph('Item', `–<text:tab/>${escape(item)}`)),
  ]
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content ${namespaces} office:version="1.3"><office:automatic-styles>${own.join('')}</office:automatic-styles><office:body><office:text>${text.join('')}</office:text></office:body></office:document-content>`
}

/**
 * The letter for a word processor: an OpenDocument text (ODF 1.3, parts 2 and 3), with the addresses in the places of the printed sheet. It names
 * no author and no time. Marks of items are words, not a numbering: what is read is the same in every format.
 */
export const asOdt = (letter: LetterDocument): Uint8Array<ArrayBuffer> =>
  zip([
    // First, stored and without anything before its name, so that the kind of file is found at byte 38 (ODF 1.3 part 2, §3.3).
    { name: 'mimetype', text: odtType },
    { name: 'META-INF/manifest.xml', text: manifest },
    { name: 'content.xml', text: contentOf(letter) },
    { name: 'styles.xml', text: styles },
    { name: 'meta.xml', text: meta },
  ])

export const odtType = 'application/vnd.oasis.opendocument.text'
