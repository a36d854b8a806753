import { ColorSpace, Document, Matrix, PDFDocument, type Page } from 'mupdf'

/** A page as pixels: three bytes each, row by row. */
export interface RawPage {
  pixels: Uint8Array
  width: number
  height: number
}

export type OpenedPdf =
  | { outcome: 'opened'; pages: number; page: (at: number) => RawPage }
  | { outcome: 'broken' | 'locked' | 'too-many-pages' }

/** Points are 72 to the inch. Beyond 220 dots a page is no easier to read, only larger. */
const mostDots = 220 / 72

function matrixFor(page: Page, longSide: number) {
  const [left, top, right, bottom] = page.getBounds()
  const [width, height] = [right - left, bottom - top]
  if (!(width > 0 && height > 0 && Number.isFinite(width * height))) throw new Error('a page without a size')
  return Matrix.scale(...scales(width, height, longSide))
}

/** Alike in both directions, unless that would leave less than a pixel of the short side. */
function scales(width: number, height: number, longSide: number): [number, number] {
  const scale = Math.min(longSide / Math.max(width, height), mostDots)
  return [Math.max(scale, 1 / width), Math.max(scale, 1 / height)]
}

function draw(page: Page, longSide: number): RawPage {
  const pixmap = page.toPixmap(matrixFor(page, longSide), ColorSpace.DeviceRGB, false, true)
  try {
    const [width, height, stride] = [pixmap.getWidth(), pixmap.getHeight(), pixmap.getStride()]
    if (width > longSide + 1 || height > longSide + 1 || stride !== width * 3) throw new Error('not what was asked for')
    // A copy: the library's memory may move with the next page.
    return { pixels: Uint8Array.from(pixmap.getPixels()), width, height }
  } finally {
    pixmap.destroy()
  }
}

/**
 * Opens a PDF in WebAssembly: no file, no network, no clock within its reach, and scripts are never switched on. It is in memory
 * that only grows, and may loop: for a process that somebody else may end. @throws whatever the library throws
 */
export function openPdf(
  bytes: Uint8Array,
  { mostPages, longSide }: { mostPages: number; longSide: number },
): OpenedPdf {
  const document = Document.openDocument(bytes, 'application/pdf')
  // The library reads other kinds too, whatever it is told.
  if (!(document instanceof PDFDocument)) return { outcome: 'broken' }
  if (document.needsPassword()) return { outcome: 'locked' }
  const pages = document.countPages()
  if (pages > mostPages) return { outcome: 'too-many-pages' }
  if (pages < 1) return { outcome: 'broken' }
  return {
    outcome: 'opened',
    pages,
    page(at) {
      const page = document.loadPage(at)
      try {
        return draw(page, longSide)
      } finally {
        page.destroy()
      }
    },
  }
}
