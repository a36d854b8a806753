import sanitizeHtml from 'sanitize-html'
import { bodyStyle, buttonStyle } from './letter-style.ts'
import { readMarkdown } from './markdown-reader.ts'
import type { Block, Inline, LetterImage } from './markdown-tree.ts'
import { underline, wrap } from './plain-text.ts'

export type RenderedMarkdown = {
  /** For a letter: styles inside each element. */
  html: string
  /** For a page: no style, the stylesheet decides. */
  siteHtml: string
  /** For a letter's text part: the same words and links, in lines of 72 characters. */
  text: string
  /** Each address once, in order of appearance. */
  links: string[]
}

/** A campaigner's Markdown, harmless: no raw HTML, no image, only absolute https, http and mailto links. */
export const renderMarkdown = (markdown: string): RenderedMarkdown => renderBlocks(readMarkdown(markdown))

/** What was read already, and perhaps filled in. */
export function renderBlocks(blocks: Block[]): RenderedMarkdown {
  const siteHtml = sanitizeHtml(htmlOf(blocks), allowed)
  return {
    html: sanitizeHtml(siteHtml, styled),
    siteHtml,
    text: textOf(blocks),
    links: [...new Set(linksOf(blocks))],
  }
}

/** In the message itself, or at one of the two addresses at which a site shows its own. */
const ownPicture =
  /^(?:cid:[\da-f]{24}@[\w.:[\]-]+|(?:https?:\/\/[\w.:-]+)?\/(?:media|admin\/mailings\/pictures)\/[\da-f]{24}\.jpg)$/

// The HTML below is built from a closed list already; this second door stays shut if that list is ever widened by mistake.
const allowed: sanitizeHtml.IOptions = {
  allowedTags: ['img', 'p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'a', 'strong', 'em', 'blockquote', 'br', 'hr', 'bdi'],
  allowedAttributes: { a: ['href'], ol: ['start'], img: ['src', 'alt', 'width', 'height'] },
  allowedClasses: { a: ['button', 'button-primary'] },
  allowedSchemes: ['https', 'http', 'mailto'],
  allowedSchemesByTag: { img: ['https', 'http', 'cid'] },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !ownPicture.test(attribs.src ?? ''),
  allowProtocolRelative: false,
  disallowedTagsMode: 'escape',
}

const styled: sanitizeHtml.IOptions = {
  ...allowed,
  allowedAttributes: { '*': ['style'], ...allowed.allowedAttributes },
  parseStyleAttributes: false, // ours, and only ours: the first pass let none through
  transformTags: {
    ...Object.fromEntries(
      Object.entries(bodyStyle).map(([tag, style]) => [tag, sanitizeHtml.simpleTransform(tag, { style })]),
    ),
    // The only class that came through the first pass: a page has a stylesheet for it, a letter has none.
    a: (tagName, { class: isButton, ...attribs }) => ({
      tagName,
      attribs: isButton ? { ...attribs, class: 'action', style: buttonStyle } : { ...attribs, style: bodyStyle.a },
    }),
  },
  allowedClasses: { a: ['action'] },
}

const escapes = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => escapes.get(character) ?? character)

const htmlOf = (blocks: Block[]): string => blocks.map(blockHtml).join('\n')

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${inlineHtml(block.inlines)}</h${block.level}>`
    case 'paragraph':
      return `<p>${inlineHtml(block.inlines)}</p>`
    case 'line':
      return inlineHtml(block.inlines)
    case 'quote':
      return `<blockquote>${htmlOf(block.blocks)}</blockquote>`
    case 'list': {
      const items = block.items.map((item) => `<li>${htmlOf(item)}</li>`).join('\n')
      if (block.start === null) return `<ul>${items}</ul>`
      return block.start === 1 ? `<ol>${items}</ol>` : `<ol start="${block.start}">${items}</ol>`
    }
    case 'rule':
      return '<hr />'
    case 'image':
      return imageHtml(block.image)
    case 'button':
      return `<p><a href="${escaped(block.url)}" class="button button-primary">${escaped(block.label)}</a></p>`
  }
}

const imageHtml = ({ src, alt, width, height }: LetterImage) =>
  `<p><img src="${escaped(src)}" alt="${escaped(alt)}" width="${width}" height="${height}" /></p>`

function inlineHtml(inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return escaped(inline.text)
      if (inline.kind === 'person') return `<bdi>${escaped(inline.text)}</bdi>`
      if (inline.kind === 'slot') return escaped(inline.written)
      if (inline.kind === 'picture') return escaped(inline.alt)
      if (inline.kind === 'break') return '<br />'
      if (inline.kind === 'link') return `<a href="${escaped(inline.url)}">${escaped(inline.label)}</a>`
      return `<${inline.kind}>${inlineHtml(inline.inlines)}</${inline.kind}>`
    })
    .join('')
}

/** The text part alone. */
export const textOf = (blocks: Block[]): string =>
  blocks
    .filter((block) => block.kind !== 'image' || block.text !== '') // of a decoration there is nothing to say
    .map((block, index) => (index === 0 ? '' : gapBefore(block)) + blockText(block))
    .join('')

// Inside a tight list nothing is set apart.
const gapBefore = (block: Block) => (block.kind === 'line' ? '\n' : '\n\n')

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return underline(inlineText(block.inlines), block.level === 2 ? '=' : '-')
    case 'paragraph':
    case 'line':
      return wrap(inlineText(block.inlines))
    case 'quote':
      return indented(textOf(block.blocks), '> ', '> ')
    case 'list':
      return block.items
        .map((item, index) => {
          const sign = block.start === null ? '- ' : `${block.start + index}. `
          return indented(textOf(item), sign, ' '.repeat(sign.length))
        })
        .join('\n')
    case 'rule':
      return '* * *'
    case 'image':
      return wrap(block.text)
    case 'button':
      return `${wrap(block.label)}\n<${block.url}>`
  }
}

function indented(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => ((index === 0 ? first : rest) + line).trimEnd())
    .join('\n')
}

function inlineText(inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text' || inline.kind === 'person') return inline.text.replaceAll('\n', ' ')
      if (inline.kind === 'slot') return inline.written
      if (inline.kind === 'picture') return inline.alt
      if (inline.kind === 'break') return '\n'
      if (inline.kind === 'link') return linkText(inline.url, inline.label.replaceAll('\n', ' ').trim())
      const words = inlineText(inline.inlines)
      return inline.kind === 'strong' ? `*${words}*` : words
    })
    .join('')
}

const linkText = (url: string, label: string) =>
  label === url || `${label}/` === url || `mailto:${label}` === url || label.includes('://')
    ? `<${url}>`
    : `${label} <${url}>`

/** Every address, as often as it stands there. */
export const linksOf = (blocks: Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'quote') return linksOf(block.blocks)
    if (block.kind === 'list') return block.items.flatMap(linksOf)
    if (block.kind === 'button') return [block.url]
    return block.kind === 'rule' || block.kind === 'image' ? [] : linksIn(block.inlines)
  })

const linksIn = (inlines: Inline[]): string[] =>
  inlines.flatMap((inline) => {
    if (inline.kind === 'link') return [inline.url]
    return inline.kind === 'strong' || inline.kind === 'em' ? linksIn(inline.inlines) : []
  })
