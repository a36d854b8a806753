import { sheet } from './measures.ts'

const { address, margin, senderLine, senderWidth, width, height } = sheet

const declared = ['office', 'style', 'text', 'meta', 'manifest']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')
export const namespaces = `${declared} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"`

const xml = '<?xml version="1.0" encoding="UTF-8"?>\n'

const kept = ['content', 'styles', 'meta']
  .map((name) => `<manifest:file-entry manifest:full-path="${name}.xml" manifest:media-type="text/xml"/>`)
  .join('')

export const manifest = `${xml}<manifest:manifest ${namespaces} manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="application/vnd.oasis.opendocument.text"/>${kept}</manifest:manifest>`

export const meta = `${xml}<office:document-meta ${namespaces} office:version="1.3"><office:meta><meta:generator>Portevoix</meta:generator></office:meta></office:document-meta>`

const style = (name: string, paragraph: string, text = ''): string =>
  `<style:style style:name="${name}" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties ${paragraph}/>${text && `<style:text-properties ${text}/>`}</style:style>`

const font = 'style:font-name="Liberation Sans" fo:font-size="11pt" fo:language="fr" fo:country="FR"'

const paragraphs = [
  `<style:default-style style:family="paragraph"><style:paragraph-properties style:tab-stop-distance="12mm"/><style:text-properties ${font}/></style:default-style>`,
  '<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:line-height="125%" fo:orphans="3" fo:widows="3"/></style:style>',
  style(
    'Sender',
    `fo:line-height="${senderLine}mm" fo:margin-right="${width - 2 * margin - senderWidth}mm"`,
    'fo:font-size="10pt"',
  ),
  style(
    'Addressee',
    `fo:line-height="${address.line}mm" fo:margin-left="${address.left - margin}mm"`,
    'fo:font-size="10pt"',
  ),
  style('Date', 'fo:margin-bottom="6mm"'),
  style('Subject', 'fo:margin-bottom="6mm" fo:keep-with-next="always"', 'fo:font-weight="bold"'),
  style('Body', 'fo:margin-bottom="3.5mm"'),
  style('Lead', 'fo:margin-bottom="3.5mm" fo:keep-with-next="always"'),
  style('Closing', 'fo:keep-with-next="always"'),
  '<style:style style:name="Item" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-left="8mm" fo:text-indent="-8mm" fo:margin-bottom="2mm"><style:tab-stops><style:tab-stop style:position="0mm"/></style:tab-stops></style:paragraph-properties></style:style>',
  style('Signature', 'fo:margin-top="18mm" fo:margin-left="90mm"'),
  style('Enclosures', 'fo:margin-top="10mm" fo:margin-bottom="2mm" fo:keep-with-next="always"'),
].join('')

const page = `<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="${width}mm" fo:page-height="${height}mm" style:print-orientation="portrait" fo:margin="${margin}mm"/></style:page-layout>`

export const styles = `${xml}<office:document-styles ${namespaces} office:version="1.3"><office:font-face-decls><style:font-face style:name="Liberation Sans" svg:font-family="'Liberation Sans', Arial, Helvetica, sans-serif" style:font-family-generic="swiss"/></office:font-face-decls><office:styles>${paragraphs}</office:styles><office:automatic-styles>${page}</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles></office:document-styles>`
