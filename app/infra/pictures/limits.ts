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
}

export const usualLimits: FileLimits = {
  mostFiles: 10,
  mostBytes: 10 * megabyte,
  mostPages: 20,
  mostPixels: 40_000_000,
  longSide: 2000,
  mostDrawnBytes: 8 * megabyte,
  milliseconds: 4000,
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
