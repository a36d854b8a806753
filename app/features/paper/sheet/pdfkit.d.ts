/** What pdfkit 0.20 reads of a structure element and its types do not say. */
declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    bbox?: [number, number, number, number]
    scope?: 'Column' | 'Row' | 'Both'
  }
}
