import { Body, Button, Container, Head, Html, Link, Preview, Section, Text } from '@react-email/components'
import { render } from '@react-email/render'
import type { Locale } from '#app/i18n/locale.ts'
import type { T } from '#app/i18n/t.ts'
import { darkStyle, style } from './letter-style.ts'
import type { RenderedMarkdown } from './markdown.ts'
import { underline, wrap } from './plain-text.ts'

/** A picture that travels inside a letter: the same bytes for everyone who gets it. */
export interface EnclosedPicture {
  /** Without its brackets: the HTML asks for it as `cid:` and this. */
  contentId: string
  mediaType: 'image/jpeg'
  bytes: Uint8Array
}

export type Mail = { subject: string; html: string; text: string; pictures?: readonly EnclosedPicture[] }

export type Part =
  | { kind: 'paragraph'; text: string }
  | { kind: 'button' | 'link'; label: string; url: string }
  /** Digits to be read out or typed, in groups that stay on one line. */
  | { kind: 'code'; label: string; groups: readonly string[] }
  | { kind: 'body'; body: RenderedMarkdown }

export type Letter = {
  locale: Locale
  subject: string
  /** What an inbox shows after the subject. */
  preview: string
  association: string
  title: string
  parts: Part[]
  footer: Part[]
}

const noBreak = '\u00A0'

/** Both versions of a letter from one list of parts, so that they cannot say different things. */
export async function writeLetter(letter: Letter, t: T): Promise<Mail> {
  const page = await render(<LetterPage letter={letter} />)
  const html = page.replace(/^<!DOCTYPE[^>]*>/i, '<!doctype html>') // React Email’s names an address outside
  return { subject: letter.subject, html, text: letterText(letter, t) }
}

function LetterPage({ letter }: { letter: Letter }) {
  return (
    <Html lang={letter.locale}>
      <Head>
        <title>{letter.subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{darkStyle}</style>
      </Head>
      <Body className="page" style={style.page}>
        <Preview>{letter.preview}</Preview>
        <Container style={style.column}>
          <Text className="ink" style={style.masthead}>
            <span aria-hidden="true" className="tally" style={style.tally}>
              ||||
            </span>
            {letter.association}
          </Text>
          <Section className="sheet" style={style.sheet}>
            <h1 className="ink title" style={style.title}>
              {letter.title}
            </h1>
            {letter.parts.map((part, index) => (
              <LetterPart key={index} part={part} />
            ))}
          </Section>
          <Section style={style.footer}>
            {letter.footer.map((part, index) => (
              <FooterPart key={index} part={part} />
            ))}
          </Section>
        </Container>
      </Body>
    </Html>
  )
}

function LetterPart({ part }: { part: Part }) {
  switch (part.kind) {
    case 'paragraph':
      return (
        <Text className="ink" style={style.paragraph}>
          {part.text}
        </Text>
      )
    case 'button':
      return (
        <Section style={style.action}>
          <Button className="action" href={part.url} style={style.button}>
            {part.label}
          </Button>
        </Section>
      )
    case 'link':
      return (
        <Text className="ink" style={style.paragraph}>
          <Link className="ink" href={part.url} style={style.link}>
            {part.label}
          </Link>
        </Text>
      )
    case 'code':
      return (
        <Section style={style.action}>
          <Text className="ink" style={style.beforeCode}>
            {part.label}
          </Text>
          <Text className="ink code" style={style.code}>
            {part.groups.join(noBreak)}
          </Text>
        </Section>
      )
    case 'body':
      // oxlint-disable-next-line react/no-danger -- renderMarkdown let through a closed list of elements only
      return <div className="body" dangerouslySetInnerHTML={{ __html: part.body.html }} />
  }
}

function FooterPart({ part }: { part: Part }) {
  if (part.kind === 'body' || part.kind === 'code') return null
  return (
    <Text className="quiet" style={style.note}>
      {part.kind === 'paragraph' ? (
        part.text
      ) : (
        <Link className="quiet" href={part.url} style={{ ...style.link, color: style.note.color }}>
          {part.label}
        </Link>
      )}
    </Text>
  )
}

function letterText(letter: Letter, t: T): string {
  const partText = (part: Part) => {
    if (part.kind === 'paragraph') return wrap(part.text)
    if (part.kind === 'body') return part.body.text
    if (part.kind === 'code') return `${wrap(part.label)}\n\n    ${part.groups.join(noBreak)}`
    return `${wrap(t('emails.letter.beforeLink', { label: part.label }))}\n${part.url}`
  }
  const parts = letter.parts.map(partText)
  const footer = letter.footer.map(partText)
  return `${[wrap(letter.association), underline(letter.title, '='), ...parts, '* * *', ...footer].join('\n\n')}\n`
}
