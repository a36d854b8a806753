import { formatNumber } from '#app/i18n/format.ts'
import { translator } from '#app/i18n/t.ts'
import { logoAcross, logoStrokes } from '#app/ui/logo.tsx'
import { strokes, tallyMarks, tallyWidth } from '#app/ui/tally.tsx'
import { drawable, measureWith, outline, widthOf, type Face } from './lettering.server.ts'
import { fitText, type Fitted } from './rules/fit-text.ts'
import { shareImageSize } from './rules/options.ts'
import { readVoiced, voicedRuns } from './rules/voiced.ts'
import type { Pictured } from './schema.ts'

/** Other sites show it on white or on black, large or small: it is the printed poster, by day. */
const color = { paper: '#f7f2e8', ink: '#17140f', soft: '#4f483c', rule: '#d8cdb9', voice: '#c8290f' } as const

const edge = 72
const inner = shareImageSize.width - 2 * edge
const titleTop = 148
const titleHeight = 272
const titleSizes = [96, 88, 80, 72, 64, 58, 52, 46, 40]
const leading = 1.04
/** From the top of a line to where its letters stand. */
const ascent = 0.86
/** The rule between what is asked and who asks it. */
const ruleAt = 442

interface Written {
  face: Face
  x: number
  y: number
  size: number
  fill: string
}

const write = (text: string, { face, fill, ...place }: Written): string =>
  `<path fill="${fill}" d="${outline(face, text, place)}"/>`

/** The size in which lines fit as they are drawn: some letters are kerned apart, which was not measured. */
function drawnSize(face: Face, { size, lines }: Fitted, width: number): number {
  const widest = Math.max(0, ...lines.map((line) => widthOf(face, line)))
  return widest * size > width ? width / widest : size
}

/** One line, smaller until it fits. */
function oneLine(text: string, { width, ...written }: Written & { width: number }): string {
  const room = { width, height: written.size, sizes: [written.size, written.size * 0.85], leading: 1 }
  const fitted = fitText(drawable(written.face, text), room, measureWith(written.face))
  return write(fitted.lines[0] ?? '', { ...written, size: drawnSize(written.face, fitted, width) })
}

function head({ association, addressee, demonstration: invented }: Pictured): string {
  const x = edge + 84
  const beside = invented ? 220 : 0
  return [
    `<g transform="translate(${edge} 46) scale(1.9)" fill="none" stroke-width="2.6" stroke-linecap="round"><path stroke="${color.voice}" d="${logoStrokes}"/><path stroke="${color.ink}" d="${logoAcross}"/></g>`,
    oneLine(association, { face: 'strong', x, y: 66, size: 28, fill: color.ink, width: inner - 84 - beside }),
    oneLine(addressee, { face: 'strong', x, y: 100, size: 24, fill: color.soft, width: inner - 84 }),
  ].join('')
}

/** The title, its voice in colour, in the largest letters that leave room for all of it. */
function title(written: string): string {
  const { text, voiced } = readVoiced(drawable('display', written))
  const room = { width: inner, height: titleHeight, sizes: titleSizes, leading }
  const fitted = fitText(text, room, measureWith('display'))
  const { lines } = fitted
  const size = drawnSize('display', fitted, inner)
  const free = titleHeight - lines.length * size * leading
  return voicedRuns(lines, voiced)
    .map((runs, line) => {
      const y = titleTop + free / 2 + (line * leading + ascent) * size
      let x = edge
      return runs
        .map(({ text: part, voiced: loud }) => {
          const fill = loud ? color.voice : color.ink
          const drawn = write(part, { face: 'display', x, y, size, fill })
          x += widthOf('display', part) * size
          return drawn
        })
        .join('')
    })
    .join('')
}

const meterLeft = 650

/** The way to the threshold, at the right of the count. */
function meter({ locale, confirmed, goal, open }: Pictured): string {
  const t = translator(locale)
  const words = { face: 'strong', x: meterLeft, y: 592, size: 27, fill: color.soft } as const
  const width = shareImageSize.width - edge - meterLeft
  if (goal === undefined) return open ? '' : oneLine(t('embeds.image.closed'), { ...words, width })
  const { marks, drawn } = tallyMarks(confirmed, goal)
  const scale = Math.min(1.5, width / tallyWidth(marks))
  const said = open ? t('embeds.image.goal', { number: formatNumber(locale, goal) }) : t('embeds.image.closed')
  return `<g transform="translate(${meterLeft} 490) scale(${scale.toFixed(4)})" fill="none" stroke-width="3.6" stroke-linecap="round"><path stroke="${color.rule}" d="${strokes(drawn, marks)}"/><path stroke="${color.voice}" d="${strokes(0, drawn)}"/></g>${oneLine(said, { ...words, width })}`
}

function count({ locale, confirmed }: Pictured): string {
  const width = meterLeft - edge - 40
  return [
    oneLine(formatNumber(locale, confirmed), {
      face: 'display',
      x: edge - 3,
      y: 550,
      size: 104,
      fill: color.voice,
      width,
    }),
    oneLine(translator(locale)('signatures.card.counted', { count: confirmed }), {
      face: 'strong',
      x: edge,
      y: 592,
      size: 27,
      fill: color.ink,
      width,
    }),
  ].join('')
}

/** Said in the picture as on every page: the numbers of a demonstration are invented. */
function demonstration(locale: Pictured['locale']): string {
  const said = translator(locale)('embeds.image.demonstration')
  const width = widthOf('strong', said) * 22
  const x = shareImageSize.width - edge - width - 14
  return `<rect fill="${color.ink}" x="${(x - 14).toFixed(1)}" y="34" width="${(width + 28).toFixed(1)}" height="40"/>${write(said, { face: 'strong', x, y: 62, size: 22, fill: color.paper })}`
}

/** The picture that goes with a link, as an SVG of outlines: nothing that somebody wrote is in it as text. */
export function drawShareImage(pictured: Pictured): string {
  const { width, height } = shareImageSize
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect fill="${color.paper}" width="${width}" height="${height}"/><rect fill="${color.voice}" width="${width}" height="14"/>${head(pictured)}${title(pictured.title)}<rect fill="${color.ink}" x="${edge}" y="${ruleAt}" width="${inner}" height="4"/>${count(pictured)}${meter(pictured)}${pictured.demonstration ? demonstration(pictured.locale) : ''}</svg>`
}
