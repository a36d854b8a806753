const entities = new Map([
  ['&amp;', '&'],
  ['&quot;', '"'],
  ['&#x27;', "'"],
])

/** The addresses of an HTML part, sorted, each once. For tests and for checks before sending. */
export const linksOfHtml = (html: string): string[] =>
  distinct([...html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)].map((match) => match[1] ?? ''))

/** The addresses of a text part, sorted, each once. */
export const linksOfText = (text: string): string[] =>
  distinct([...text.matchAll(/(?:https?:\/\/|mailto:)[^\s<>]+/g)].map((match) => match[0]))

const distinct = (links: string[]) =>
  [
    ...new Set(links.map((link) => link.replace(/&(?:amp|quot|#x27);/g, (entity) => entities.get(entity) ?? entity))),
  ].toSorted()
