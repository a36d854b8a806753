import type { T } from '#app/i18n/t.ts'
import { readMarkdown } from '#emails/markdown-reader.ts'
import type { Block, Inline } from '#emails/markdown-tree.ts'
import { ink, inner, paper, say, type Pen, type Sheet } from './drawing.server.ts'

type Structure = PDFKit.PDFStructureElement

const inWords = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text.replaceAll('\n', ' ')
      if (inline.kind === 'break') return '\n'
      // Of letters alone: a page's text holds none.
      if (inline.kind === 'slot') return inline.written
      if (inline.kind === 'person') return inline.text
      if (inline.kind === 'picture') return inline.alt
      // On paper a link is nothing unless its address is read.
      if (inline.kind === 'link')
        return inline.label === inline.url || inline.url.startsWith('mailto:')
          ? inline.label
          : `${inline.label} (${inline.url})`
      return inWords(inline.inlines)
    })
    .join('')

interface Place {
  /** Points from the left margin. */
  indent: number
}

const plain = { font: 'reading', size: 9.2 } as const
const step = 14

const at = ({ indent }: Place, more: PDFKit.Mixins.TextOptions = {}) => ({
  width: inner - indent,
  lineGap: 1.5,
  paragraphGap: 5,
  ...more,
})

function put({ doc, parent }: Pen, [type, text]: readonly [string, string], place: Place): void {
  doc.x = paper.margin + place.indent
  const heading = type !== 'P' && type !== 'LBody'
  if (heading) doc.moveDown(0.5)
  const look = heading ? ({ font: 'strong', size: 11 } as const) : plain
  say({ doc, parent }, [type, text], { ...look, options: at(place) })
}

function list({ doc, parent }: Pen, { items, start }: { items: Block[][]; start: number | null }, place: Place) {
  const structure = doc.struct('L')
  parent.add(structure)
  for (const [number, item] of items.entries()) {
    const sign = start === null ? '–' : `${start + number}.`
    const line = doc.struct('LI')
    structure.add(line)
    const [first, ...rest] = item
    const opening = first && (first.kind === 'line' || first.kind === 'paragraph') ? inWords(first.inlines) : null
    put({ doc, parent: line }, ['LBody', opening === null ? sign : `${sign} ${opening}`], {
      indent: place.indent + step,
    })
    for (const block of opening === null ? item : rest)
      draw({ doc, parent: line }, block, { indent: place.indent + 2 * step })
    line.end()
  }
  structure.end()
}

function draw(pen: Pen, block: Block, place: Place): void {
  switch (block.kind) {
    case 'heading':
      return put(pen, [`H${block.level + 1}`, inWords(block.inlines)], place)
    case 'paragraph':
    case 'line':
      return put(pen, ['P', inWords(block.inlines)], place)
    case 'quote':
      for (const part of block.blocks) draw(pen, part, { indent: place.indent + step })
      return
    case 'list':
      return list(pen, block, place)
    case 'rule':
      pen.doc.moveDown(0.7)
  }
}

interface WholeText {
  body: string
  consent: string
}

/** Everything that a signature stands behind, from a new page on; as many pages as it takes. */
export function drawWholeText(doc: Sheet, root: Structure, { text, t }: { text: WholeText; t: T }): void {
  doc.addPage()
  doc.fillColor(ink)
  const section = doc.struct('Sect')
  root.add(section)
  const pen = { doc, parent: section }
  const width = { width: inner, paragraphGap: 6 }
  say(pen, ['H2', t('paper.sheet.wholeText')], { font: 'display', size: 16, options: width })
  for (const block of readMarkdown(text.body)) draw(pen, block, { indent: 0 })
  doc.x = paper.margin
  doc.moveDown(0.5)
  say(pen, ['H2', t('paper.sheet.consentOnline')], { font: 'strong', size: 11, options: width })
  for (const paragraph of text.consent.split(/\n\s*\n/)) put(pen, ['P', paragraph], { indent: 0 })
  section.end()
}
