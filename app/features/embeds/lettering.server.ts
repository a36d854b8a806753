import { create, type Font } from 'fontkit'
import strongFile from '#app/features/paper/fonts/atkinson-hyperlegible-next-700.ttf?inline'
import displayFile from '#app/features/paper/fonts/bricolage-grotesque-800.ttf?inline'
import { singleton } from '#app/infra/singleton.ts'

export type Face = 'display' | 'strong'

const bytesOf = (address: string) => Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')

/** The faces of the house. Reading them takes a millisecond, so that it is done once. */
const faces = () =>
  singleton<Record<Face, Font>>('lettering', () => ({
    display: create(bytesOf(displayFile)),
    strong: create(bytesOf(strongFile)),
  }))

/** Spaces that the fonts lack, as wide as they may be. */
const spaces = /[\u2000-\u200A\u202F\u205F\u3000]/g
/** Letters that are looked at: no title of ours comes near it. */
const longest = 400

/** A text in letters that we have: what the fonts do not know is left out, so that no empty box stands for it. */
export function drawable(face: Face, text: string): string {
  const font = faces()[face]
  const known = [...text.normalize('NFC').replace(spaces, '\u00A0')].slice(0, longest)
  return known.filter((letter) => /\s/u.test(letter) || font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)).join('')
}

/** Titles are set a little tighter, as on the pages: parts of the size, after each letter. */
const tracking: Record<Face, number> = { display: -0.02, strong: 0 }

/** Width of a text in parts of its size, kerned as it is drawn. */
export function widthOf(face: Face, text: string): number {
  const font = faces()[face]
  const { advanceWidth, glyphs } = font.layout(drawable(face, text))
  return advanceWidth / font.unitsPerEm + glyphs.length * tracking[face]
}

/**
 * Measures lines by their letters, each of which is looked up once in the life of the process: breaking a long title tries hundreds
 * of lines. Kerning is left out. It mostly draws letters together, so that what is drawn is a little narrower than what was measured.
 */
export function measureWith(face: Face): (line: string) => number {
  const letters = singleton<Map<string, number>>(`letters-${face}`, () => new Map())
  const widthOfLetter = (letter: string): number => {
    const known = letters.get(letter)
    if (known !== undefined) return known
    const width = widthOf(face, letter)
    letters.set(letter, width)
    return width
  }
  return (line) => [...line].reduce((sum, letter) => sum + widthOfLetter(letter), 0)
}

const letterOf = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const

interface Place {
  x: number
  /** Of the line that the letters stand on. */
  y: number
  size: number
}

/** A text as the data of an SVG path: nothing of it is left but outlines, and nothing has to be loaded to show it. */
export function outline(face: Face, text: string, { x, y, size }: Place): string {
  const font = faces()[face]
  const scale = size / font.unitsPerEm
  const { glyphs, positions } = font.layout(drawable(face, text))
  let pen = 0
  let drawn = ''
  glyphs.forEach(({ path }, at) => {
    const { xAdvance, xOffset, yOffset } = positions[at] ?? { xAdvance: 0, xOffset: 0, yOffset: 0 }
    const left = x + (pen + xOffset) * scale
    const point = (value: number, n: number) =>
      n % 2 === 0 ? (left + value * scale).toFixed(1) : (y - (value + yOffset) * scale).toFixed(1)
    for (const { command, args } of path.commands) drawn += letterOf[command] + args.map(point).join(' ')
    pen += xAdvance + tracking[face] * font.unitsPerEm
  })
  return drawn
}
