/** What we use of fontkit 2, which brings no types of its own. */
declare module 'fontkit' {
  interface Path {
    commands: { command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'; args: number[] }[]
  }
  interface Run {
    glyphs: { path: Path }[]
    positions: { xAdvance: number; xOffset: number; yOffset: number }[]
    /** In units of the font. */
    advanceWidth: number
  }
  interface Font {
    unitsPerEm: number
    hasGlyphForCodePoint(codePoint: number): boolean
    layout(text: string): Run
  }
  export function create(bytes: Uint8Array): Font
}
