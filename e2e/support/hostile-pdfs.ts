import { deflateSync } from 'node:zlib'
import { mark } from './hostile-images.ts'
import { bigZeros, image, latin, onePage, packed, pdfOf, stream } from './pdf-parts.ts'

/** PDFs that want something, and still have a page to show. */
export const pdfsThatCarry: Record<string, () => Buffer> = {
  'a script when it is opened': () =>
    onePage({ catalog: `/OpenAction << /S /JavaScript /JS (app.alert\\('${mark}'\\)) >>` }),
  'scripts of a page': () =>
    onePage({ page: `/AA << /O << /S /JavaScript /JS (${mark}) >> /C << /S /JavaScript /JS (x) >> >>` }),
  'named scripts': () =>
    onePage({ catalog: `/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (${mark}) >>] >> >>` }),
  'a program to start': () => onePage({ catalog: `/OpenAction << /S /Launch /F (/bin/${mark}) >>` }),
  'a remote file to open': () =>
    onePage({ catalog: `/OpenAction << /S /GoToR /F (http://127.0.0.1:9/${mark}) /D [0 /Fit] >>` }),
  'an address to call': () => onePage({ catalog: `/OpenAction << /S /URI /URI (http://127.0.0.1:9/${mark}) >>` }),
  'an embedded file': () =>
    onePage({
      catalog: `/Names << /EmbeddedFiles << /Names [(${mark}) 6 0 R] >> >>`,
      more: [`<< /Type /Filespec /F (${mark}.exe) /EF << /F 7 0 R >> >>`, stream(`MZ ${mark}`, '/Type /EmbeddedFile')],
    }),
  'an external stream': () =>
    onePage({ more: [], content: Buffer.concat([latin(`<< /Length 0 /F (/etc/${mark}) >>\nstream\n\nendstream`)]) }),
  'an author and a title': () =>
    onePage({ trailer: '/Info 6 0 R', more: [`<< /Author (${mark}) /Title (${mark}) /CreationDate (D:20260101) >>`] }),
  XMP: () =>
    onePage({
      catalog: '/Metadata 6 0 R',
      more: [stream(`<x:xmpmeta>${mark}</x:xmpmeta>`, '/Type /Metadata /Subtype /XML')],
    }),
  links: () =>
    onePage({
      page: `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /A << /S /URI /URI (http://${mark}/) >> >>]`,
    }),
  'a form': () =>
    onePage({
      catalog:
        '/AcroForm << /Fields [6 0 R] /NeedAppearances true /DA (/F1 12 Tf 0 g) /DR << /Font << /F1 5 0 R >> >> >>',
      page: '/Annots [6 0 R]',
      more: [
        `<< /Type /Annot /Subtype /Widget /FT /Tx /T (${mark}) /V (${mark}) /DA (/F1 12 Tf 0 g) /Rect [50 50 300 80] /AA << /F << /S /JavaScript /JS (${mark}) >> >> >>`,
      ],
    }),
  'an XFA form': () =>
    onePage({ catalog: '/AcroForm << /Fields [] /XFA 6 0 R >>', more: [stream(`<xdp>${mark}</xdp>`)] }),
  'an attachment note': () =>
    onePage({
      page: `/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [9 9 40 40] /Contents (${mark}) /FS << /F (${mark}) /EF << /F 6 0 R >> >> >>]`,
      more: [stream(mark, '/Type /EmbeddedFile')],
    }),
  'a film': () => onePage({ page: `/Annots [<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] /T (${mark}) >>]` }),
  'hidden text': () => onePage({ content: `BT 3 Tr /F1 24 Tf 72 720 Td (${mark}) Tj ET` }),
  'a hidden layer': () =>
    onePage({
      catalog: '/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>',
      resources: '/Properties << /L 6 0 R >>',
      content: `/OC /L BDC BT /F1 24 Tf 72 720 Td (${mark}) Tj ET EMC`,
      more: [`<< /Type /OCG /Name (${mark}) >>`],
    }),
  'words outside its crop': () =>
    onePage({ page: '/CropBox [100 100 300 300]', content: `BT /F1 9 Tf 1 1 Td (${mark}) Tj ET` }),
  'a second file behind its end': () => Buffer.concat([onePage(), latin(`PK\u0003\u0004 ${mark} <script>`)]),
  'an old version under the new': () => Buffer.concat([onePage({ content: `(${mark}) pop` }), onePage()]),
  'a page behind its end': () => Buffer.concat([onePage(), latin(`<html><script>alert('${mark}')</script>`)]),
  'its end in a picture': () =>
    onePage(image('/Width 2 /Height 2 /BitsPerComponent 8 /ColorSpace /DeviceGray', '\0\u00ff\0\u00ff')),
}

/** PDFs that mean to break, hang or fill whoever opens them. Any known ending is right. */
export const pdfsThatFight: Record<string, () => Buffer> = {
  'a page as large as a country': () => onePage({ box: '[0 0 1000000000 1000000000]' }),
  'a page of no size': () => onePage({ box: '[0 0 0 0]' }),
  'a page of less than nothing': () => onePage({ box: '[595 842 -9 -9]' }),
  'a page of words': () => onePage({ box: '[/a /b (c) null]' }),
  'a page that is a line': () => onePage({ box: '[0 0 0.001 100000]' }),
  'a unit of a million': () => onePage({ page: '/UserUnit 1000000' }),
  'a page tree that contains itself': () => onePage({ pages: '/Kids [2 0 R 2 0 R] /Count 2' }),
  'a page that is its own parent': () => onePage({ page: '/Parent 3 0 R' }),
  'a thousand million pages, it says': () => onePage({ pages: '/Kids [3 0 R] /Count 1000000000' }),
  'less than no pages': () => onePage({ pages: '/Kids [3 0 R] /Count -5' }),
  'no pages': () => onePage({ pages: '/Kids [] /Count 0' }),
  'no page tree': () => pdfOf(['<< /Type /Catalog >>']),
  'a table that leads back to itself': () => {
    const whole = onePage().toString('latin1')
    const at = whole.lastIndexOf('xref\n0')
    return latin(whole.replace('/Root', `/Prev ${at} /Root`))
  },
  'a table that is nowhere': () =>
    latin(
      onePage()
        .toString('latin1')
        .replace(/startxref\n\d+/, 'startxref\n99999999'),
    ),
  'a length that asks for itself': () =>
    onePage({ content: latin('<< /Length 4 0 R >>\nstream\n0 0 9 9 re f\nendstream') }),
  'an object that is itself': () => onePage({ page: '/Rotate 6 0 R', more: ['6 0 R'] }),
  'a stream that unfolds to a gigabyte': () => onePage({ content: packed(Buffer.alloc(2 ** 30)) }),
  'a stream folded twice': () =>
    onePage({ content: stream(deflateSync(bigZeros(1024)), '/Filter [/FlateDecode /FlateDecode]') }),
  'a picture of 50,000 by 50,000': () =>
    onePage(
      image(
        '/Width 50000 /Height 50000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode',
        bigZeros(200),
      ),
    ),
  'a picture of more pixels than numbers': () =>
    onePage(image('/Width 2147483647 /Height 2147483647 /BitsPerComponent 16 /ColorSpace /DeviceCMYK', 'x')),
  'broken JBIG2': () =>
    onePage(
      image(
        '/Width 999 /Height 999 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /JBIG2Decode',
        '\u0097JB2\r\n\u001a\n\u0001',
      ),
    ),
  'broken JPX': () => onePage(image('/Filter /JPXDecode', '\0\0\0\u000cjP  \r\n\u0087\n\0\0\0\u0014ftypjp2 ')),
  'broken DCT': () =>
    onePage(
      image(
        '/Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode',
        '\u00ff\u00d8\u00ff\u00e0',
      ),
    ),
  'a fax without end': () =>
    onePage(
      image(
        '/Width 60000 /Height 60000 /BitsPerComponent 1 /ColorSpace /DeviceGray /Filter /CCITTFaxDecode',
        '\u0080'.repeat(9999),
      ),
    ),
  'a drawing that draws itself': () =>
    onePage({
      resources: '/XObject << /X 6 0 R >>',
      content: '/X Do',
      more: [
        stream(
          '/X Do /X Do',
          '/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << /XObject << /X 6 0 R >> >>',
        ),
      ],
    }),
  'drawings that double thirty times': () =>
    onePage({
      resources: '/XObject << /X 6 0 R >>',
      content: '/X Do',
      more: Array.from({ length: 30 }, (_, at) =>
        stream(
          at === 29 ? '0 0 9 9 re f' : '/X Do /X Do',
          `/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Resources << /XObject << /X ${at + 7} 0 R >> >>`,
        ),
      ),
    }),
  'a pattern of a thousand million tiles': () =>
    onePage({
      resources: '/Pattern << /P 6 0 R >>',
      content: '/Pattern cs /P scn 0 0 595 842 re f',
      more: [
        stream(
          '0 0 1 1 re f',
          '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 0.001 /YStep 0.001 /Resources << >>',
        ),
      ],
    }),
  'a dashed line of a thousand million dashes': () => onePage({ content: '[0.000001] 0 d 0 0 m 500 800 l S' }),
  'ten million saved states': () => onePage({ content: packed(Buffer.from('q '.repeat(10_000_000))) }),
  'a thousand sheets of glass, one in the other': () =>
    onePage({
      resources: '/XObject << /X 6 0 R >>',
      content: '/X Do',
      more: Array.from({ length: 1000 }, (_, at) =>
        stream(
          at === 999 ? '0 0 9 9 re f' : '/G gs /X Do',
          `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /I true /K true >> /Resources << /ExtGState << /G << /ca 0.5 /BM /Multiply >> >> /XObject << /X ${at + 7} 0 R >> >>`,
        ),
      ),
    }),
  'a million letters': () =>
    onePage({ content: packed(Buffer.from(`BT /F1 9 Tf ${'(abcdefghij) Tj '.repeat(100_000)}ET`)) }),
  'brackets a million deep': () => onePage({ page: `/X ${'['.repeat(1_000_000)}` }),
  'a font that is random': () =>
    onePage({
      resources: '/Font << /F1 6 0 R >>',
      more: [
        '<< /Type /Font /Subtype /TrueType /BaseFont /Z /FontDescriptor 7 0 R >>',
        '<< /Type /FontDescriptor /FontName /Z /FontFile2 8 0 R >>',
        stream(Buffer.alloc(5000, 0xa7)),
      ],
    }),
  'a function that loops': () =>
    onePage({
      resources: '/Shading << /S << /ShadingType 1 /ColorSpace /DeviceGray /Function 6 0 R /Domain [0 1 0 1] >> >>',
      content: '595 0 0 842 0 0 cm /S sh',
      more: [stream(`{ ${'dup mul '.repeat(50_000)} pop }`, '/FunctionType 4 /Domain [0 1 0 1] /Range [0 1]')],
    }),
  'half a file': () => onePage().subarray(0, 300),
  'a header alone': () => latin('%PDF-1.7\n'),
  'an empty encryption': () => onePage({ trailer: '/Encrypt << >>' }),
}
