import type { CSSProperties } from 'react'

const paper = '#f7f2e8'
const sheet = '#fffdf8'
const ink = '#17140f'
const quietInk = '#4f483c'
const rule = '#d8cdb9'
const voice = '#c8290f'
const face = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

export const style = {
  page: { margin: 0, padding: '24px 12px', backgroundColor: paper, color: ink, fontFamily: face },
  column: { maxWidth: '600px', margin: '0 auto' },
  masthead: { margin: '0 0 14px', fontSize: '15px', lineHeight: '22px', fontWeight: 700, color: ink },
  tally: { color: voice, fontWeight: 700, letterSpacing: '3px', textDecoration: 'line-through', marginRight: '10px' },
  sheet: { backgroundColor: sheet, border: `2px solid ${ink}`, padding: '28px 28px 24px' },
  title: {
    margin: '0 0 18px',
    fontSize: '27px',
    lineHeight: '33px',
    fontWeight: 750,
    letterSpacing: '-0.3px',
    color: ink,
  },
  paragraph: { margin: '0 0 16px', fontSize: '17px', lineHeight: '27px', color: ink },
  action: { margin: '8px 0 24px' },
  button: {
    backgroundColor: voice,
    color: sheet,
    fontSize: '18px',
    lineHeight: '24px',
    fontWeight: 700,
    textDecoration: 'none',
    padding: '15px 26px',
  },
  beforeCode: { margin: '0 0 6px', fontSize: '17px', lineHeight: '27px', color: ink },
  code: {
    margin: 0,
    fontFamily: "ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace",
    fontSize: '30px',
    lineHeight: '38px',
    fontWeight: 700,
    letterSpacing: '3px',
    color: ink,
  },
  link: { color: ink, textDecoration: 'underline' },
  footer: { padding: '18px 2px 0' },
  note: { margin: '0 0 8px', fontSize: '14px', lineHeight: '21px', color: quietInk },
} as const satisfies Record<string, CSSProperties>

/** For the elements of a campaigner's text. */
export const bodyStyle = {
  p: `margin:0 0 16px;font-size:17px;line-height:27px;color:${ink}`,
  h2: `margin:26px 0 10px;font-size:22px;line-height:28px;font-weight:700;color:${ink}`,
  h3: `margin:24px 0 8px;font-size:19px;line-height:26px;font-weight:700;color:${ink}`,
  h4: `margin:20px 0 8px;font-size:17px;line-height:26px;font-weight:700;color:${ink}`,
  ul: 'margin:0 0 16px;padding:0 0 0 24px',
  ol: 'margin:0 0 16px;padding:0 0 0 26px',
  li: `margin:0 0 6px;font-size:17px;line-height:27px;color:${ink}`,
  a: `color:${ink};text-decoration:underline`,
  blockquote: `margin:0 0 16px;padding:2px 0 2px 16px;border-left:4px solid ${ink};color:${ink}`,
  hr: `margin:24px 0;border:0;border-top:2px solid ${rule}`,
  // Its words, where a mail program does not show it, look like the text.
  img: `display:block;max-width:100%;height:auto;border:0;font-size:17px;line-height:27px;color:${ink}`,
} as const

/** A button in a campaigner's text. */
export const buttonStyle = `display:inline-block;padding:15px 26px;background-color:${voice};color:${sheet};font-size:18px;line-height:24px;font-weight:700;text-decoration:none`

/** Clients that follow the reader’s theme. The others keep warm paper. Without quotes or >, which React would escape. */
export const darkStyle = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page, .page td { background-color: #14120e !important; }
  .sheet, .sheet td { background-color: #1d1a15 !important; }
  .sheet { border-color: #f4eee1 !important; }
  .ink, .body p, .body li, .body h2, .body h3, .body h4, .body blockquote, .body img, .body a:not(.action) { color: #f4eee1 !important; }
  .body blockquote { border-color: #f4eee1 !important; }
  .body hr { border-color: #3a342a !important; }
  .quiet { color: #bdb4a2 !important; }
  .tally { color: #ff6b4a !important; }
  .action { background-color: #ff6b4a !important; color: #17140f !important; }
}
.body blockquote p:last-child { margin-bottom: 0 !important; }
@media (max-width: 480px) {
  .sheet { padding: 22px 18px 18px !important; }
  .title { font-size: 24px !important; line-height: 30px !important; }
}`
