import QRCode from 'qrcode'

export interface QrPath {
  /** Modules on a side, the quiet zone included. */
  size: number
  /** SVG path of the dark modules. */
  path: string
}

const quiet = 4

/** An address as a square that a telephone reads (ISO/IEC 18004, level M), drawn by us: a line per run of dark modules. */
export function qrPath(address: string): QrPath {
  const { size, data } = QRCode.create(address, { errorCorrectionLevel: 'M' }).modules
  let path = ''
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      if (!data[row * size + column]) continue
      const from = column
      while (column + 1 < size && data[row * size + column + 1]) column += 1
      path += `M${from + quiet} ${row + quiet}h${column + 1 - from}v1h-${column + 1 - from}z`
    }
  return { size: size + 2 * quiet, path }
}
