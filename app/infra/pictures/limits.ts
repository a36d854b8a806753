const megabyte = 2 ** 20

/** What may be sent, and what may become of it. */
export interface FileLimits {
  mostFiles: number
  /** Of all files together, as they were sent. */
  mostBytes: number
  /** Of one PDF. */
  mostPages: number
  /** Of one picture, before it is unfolded. */
  mostPixels: number
  /** Of what is drawn, in pixels. A sheet of A4 has then 170 dots to the inch: a letter can be read. */
  longSide: number
  /** Of everything drawn. */
  mostDrawnBytes: number
  /** For all files together, from the moment they came. */
  milliseconds: number
  /** WebP for the web; JPEG for letters, which every mail program shows: packed until it fits `mostDrawnBytes`. */
  drawnAs: 'webp' | 'jpeg'
}

export const usualLimits: FileLimits = {
  mostFiles: 10,
  mostBytes: 10 * megabyte,
  mostPages: 20,
  mostPixels: 40_000_000,
  longSide: 2000,
  mostDrawnBytes: 8 * megabyte,
  milliseconds: 4000,
  drawnAs: 'webp',
}

/**
 * One picture for letters. Twice as wide as a letter's column, for dense screens; half of what a letter may carry
 * (docs/decisions/0053). Somebody of the team waits for it, and no crowd behind them.
 */
export const letterPictureLimits: FileLimits = {
  mostFiles: 1,
  mostBytes: 8 * megabyte,
  mostPages: 1,
  mostPixels: 40_000_000,
  longSide: 1200,
  mostDrawnBytes: 150_000,
  milliseconds: 15_000,
  drawnAs: 'jpeg',
}

/** Of the process that draws. */
export const mostMemory = { whole: 640 * megabyte, webAssembly: 320 * megabyte }

export const refusals = [
  'too-large',
  'too-many-pixels',
  'unknown-kind',
  'broken',
  'too-many-pages',
  'locked',
  'took-too-long',
] as const
/** Why a file was not drawn. */
export type FileRefusal = (typeof refusals)[number]
