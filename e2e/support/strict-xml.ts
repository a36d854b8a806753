const name = '[A-Za-z_][\\w.:-]*'
const attribute = `\\s+${name}="(?:[^<&"]|&(?:amp|lt|gt|quot|apos);)*"`
const token = new RegExp(
  `<\\?xml version="1[.]0" encoding="UTF-8"\\?>|<(/?)(${name})((?:${attribute})*)\\s*(/?)>|((?:[^<&]|&(?:amp|lt|gt|quot|apos);)+)`,
  'uy',
)
/** XML 1.0 §2.2. */
const foreign = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Reads a document as a strict parser does, for what our own writers make. Throws at the first thing that is not well-formed.
 * @returns its text, where an element listed in `spaces` stands for a space
 */
export function readXml(source: string, spaces: readonly string[] = []): string {
  const foreignAt = foreign.exec(source)?.index
  if (foreignAt !== undefined) throw new Error(`not a character of XML at ${foreignAt}`)
  const open: string[] = []
  let text = ''
  let [at, roots] = [0, 0]
  while (at < source.length) {
    token.lastIndex = at
    const [whole, closing, element, , empty, words] = token.exec(source) ?? []
    if (whole === undefined) throw new Error(`not well-formed at ${at}: ${source.slice(at, at + 60)}`)
    if (whole.startsWith('<?') && at > 0) throw new Error('a declaration that is not the first')
    if (words !== undefined) {
      if (words.includes(']]>')) throw new Error('the end of a section that never began')
      if (open.length === 0 && words.trim()) throw new Error('text outside of the root')
      text += words.replaceAll(/&(\w+);/g, (_, entity: string) => entities[entity] ?? '')
    } else if (element !== undefined) {
      if (spaces.includes(element)) text += ' '
      if (closing) {
        if (open.pop() !== element) throw new Error(`</${element}> closes something else`)
      } else if (!empty) open.push(element)
      if (!closing && open.length === (empty ? 0 : 1)) roots += 1
    }
    at += whole.length
  }
  if (open.length > 0 || roots !== 1) throw new Error(`left open: ${open.join()}, ${roots} roots`)
  return text
}
