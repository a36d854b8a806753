/** A line of JSON and bytes, one after the other on a pipe: two lengths, then both. */
export interface Frame {
  header: unknown
  body: Buffer
}

const lengths = 8
const mostHeader = 4096

export function writeFrame(header: unknown, body: Uint8Array = new Uint8Array()): Buffer {
  const words = Buffer.from(JSON.stringify(header))
  const start = Buffer.alloc(lengths)
  start.writeUInt32BE(words.length, 0)
  start.writeUInt32BE(body.length, 4)
  return Buffer.concat([start, words, body])
}

/** Puts frames together from the pieces in which they come, none of them longer than so many bytes. */
export class FrameReader {
  readonly #most: number
  #pieces: Buffer[] = []
  #held = 0

  constructor(most: number) {
    this.#most = most
  }

  /** The frames that are whole now. @throws RangeError when there is more than was agreed */
  take(piece: Buffer): Frame[] {
    this.#pieces.push(piece)
    this.#held += piece.length
    const frames: Frame[] = []
    for (let next = this.#next(); next; next = this.#next()) frames.push(next)
    return frames
  }

  #join(): Buffer {
    const [only] = this.#pieces
    const whole = this.#pieces.length === 1 && only ? only : Buffer.concat(this.#pieces)
    this.#pieces = [whole]
    return whole
  }

  #next(): Frame | null {
    if (this.#held < lengths) return null
    const first = this.#pieces[0]
    const start = first && first.length >= lengths ? first : this.#join()
    const words = start.readUInt32BE(0)
    const end = lengths + words + start.readUInt32BE(4)
    if (words > mostHeader || end > this.#most) throw new RangeError('more than was agreed')
    if (this.#held < end) return null
    const whole = this.#join()
    const header: unknown = JSON.parse(whole.toString('utf8', lengths, lengths + words))
    const body = whole.subarray(lengths + words, end)
    this.#pieces = end < whole.length ? [whole.subarray(end)] : []
    this.#held -= end
    return { header, body }
  }
}
