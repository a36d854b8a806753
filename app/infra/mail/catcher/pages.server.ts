import { formatInstant } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { translator } from '#app/i18n/t.ts'
import type { ShownMail } from './mailbox.server.ts'

const entities = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities.get(character) ?? character)

/** Text as it was written, its links to follow. */
const linked = (text: string) =>
  text
    .split(/(https?:\/\/[^\s<>]+)/)
    .map((part, at) =>
      at % 2 === 1 ? `<a href="${escaped(part)}" target="_blank" rel="noreferrer">${escaped(part)}</a>` : escaped(part),
    )
    .join('')

const person = ({ address, name }: { address: string; name: string }) => (name ? `${name} <${address}>` : address)

const page = (locale: Locale, title: string, body: string) => `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="/catcher.css">
</head>
<body>
${body}
</body>
</html>
`

/** Every mail caught, the newest first. */
export function inboxPage(mails: readonly ShownMail[], locale: Locale): string {
  const t = translator(locale)
  const rows = mails.toReversed().map(
    (mail) => `<tr>
<th scope="row"><a href="/email/${mail.id}/view">${escaped(mail.subject || t('mailings.catcher.noSubject'))}</a></th>
<td>${escaped(mail.to.map(person).join(', '))}</td>
<td><time datetime="${escaped(mail.time)}">${escaped(formatInstant(locale, new Date(mail.time)))}</time></td>
</tr>`,
  )
  const title = t('mailings.catcher.title')
  const head = ['subject', 'to', 'received'] as const
  const table = `<table>
<thead><tr>${head.map((column) => `<th scope="col">${t(`mailings.catcher.${column}`)}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
  return page(
    locale,
    title,
    `<main>
<h1>${title}</h1>
<p>${t('mailings.catcher.intro')} <a href="/">${t('mailings.catcher.reload')}</a></p>
${mails.length === 0 ? `<p class="empty">${t('mailings.catcher.empty')}</p>` : table}
</main>`,
  )
}

/** One mail: both parts and every header. */
export function mailPage(mail: ShownMail, locale: Locale): string {
  const t = translator(locale)
  const headers = Object.entries(mail.headers).map(
    ([name, value]) => `<dt>${escaped(name)}</dt><dd>${escaped(value)}</dd>`,
  )
  return page(
    locale,
    mail.subject,
    `<main>
<p><a href="/">${t('mailings.catcher.back')}</a></p>
<h1>${escaped(mail.subject || t('mailings.catcher.noSubject'))}</h1>
<p>${escaped(t('mailings.catcher.sentTo', { receivers: mail.to.map(person).join(', ') }))}</p>
<h2>${t('mailings.catcher.asHtml')}</h2>
<iframe src="/email/${mail.id}/html" title="${t('mailings.catcher.asHtml')}" sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer"></iframe>
<h2>${t('mailings.catcher.asText')}</h2>
<pre>${linked(mail.text)}</pre>
<h2>${t('mailings.catcher.headers')}</h2>
<dl>${headers.join('')}</dl>
<p><a href="/email/${mail.id}/source">${t('mailings.catcher.source')}</a></p>
</main>`,
  )
}

/** The HTML part alone; its links open beside the inbox. */
export const htmlPart = (html: string): string =>
  html.replace(/<head\b[^>]*>/i, (head) => `${head}<base target="_blank">`)

export const stylesheet = `:root { color-scheme: light dark; --ink: #16130f; --paper: #faf6ee; --line: #16130f; --strong: #b5290b; }
@media (prefers-color-scheme: dark) { :root { --ink: #f3ece0; --paper: #171411; --line: #f3ece0; --strong: #ff8364; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 64rem; margin: 0 auto; padding: 2rem 1rem 4rem; }
h1 { margin: 0.5rem 0; font-size: 1.75rem; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 2rem 0 0.5rem; padding-top: 0.5rem; border-top: 2px solid var(--line); font-size: 1.125rem; }
a { color: var(--strong); text-underline-offset: 0.2em; }
a:focus-visible { outline: 3px solid var(--strong); outline-offset: 2px; }
table { width: 100%; margin-top: 1.5rem; border-collapse: collapse; }
th, td { padding: 0.75rem 1rem 0.75rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { border-bottom-width: 2px; }
tbody th a { display: block; }
iframe { box-sizing: border-box; width: 100%; height: 36rem; border: 2px solid var(--line); background: #fff; }
pre { margin: 0; padding: 1rem; border: 2px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr; gap: 0.25rem 1rem; margin: 0; }
dt { font-weight: 700; }
dd { margin: 0; overflow-wrap: anywhere; }
.empty { padding: 2rem; border: 2px dashed var(--line); }
`
