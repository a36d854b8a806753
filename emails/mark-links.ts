import type { Mail } from './letter.tsx'

/** Pages of a person, where a mark would say more than which subject was read. */
const personal = '(?!(?:unsubscribe|me|confirm|confirm-organisation|not-me|inbox)(?:[/?#"\\s<]|$))'

/**
 * Gives every link to a public page of `appUrl` the same mark, in both versions alike: `?v=`. Links elsewhere, and those to a
 * reader's own pages, stay as they are.
 */
export function markLinks(mail: Mail, { appUrl, mark }: { appUrl: string; mark: string }): Mail {
  const site = appUrl.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
  const link = new RegExp(`(${site}/(?:fr|en)/${personal}[a-z0-9-]+(?:/[\\w.-]*\\w)*)(\\?[\\w=&;.%+-]*[\\w%])?`, 'g')
  const marked = (and: string) => (_: string, address: string, query?: string) =>
    query === undefined ? `${address}?v=${mark}` : `${address}${query}${and}v=${mark}`
  return { ...mail, html: mail.html.replace(link, marked('&amp;')), text: mail.text.replace(link, marked('&')) }
}
