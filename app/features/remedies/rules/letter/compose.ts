import { blank, blocksOf, fillPieces, linesOf, type Block } from './blocks.ts'
import { parseTemplate, piecesOf } from './template.ts'
import { wordsOf, type MakerLetter, type Typed } from './typed.ts'

/** The few words of the frame, in the language of the letter: `{place}`, `{date}`, `{subject}`, `{number}` are filled in. */
export interface FrameWords {
  placeAndDate: string
  subject: string
  identifier: string
  enclosures: string
}

/** A letter in its parts, the same for every format. Text only: no part is ever markup. */
export interface LetterDocument {
  sender: string[]
  addressee: string[]
  placeAndDate: string
  subject: string
  body: Block[]
  signature: string[]
  /** `null` when nothing goes with the letter. */
  enclosures: { title: string; items: string[] } | null
}

const filled = (words: string, values: Readonly<Record<string, string>>): string =>
  words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

/**
 * The letter with what was typed in it. @param typed `null` makes the letter to fill in by hand: blanks, and a box before every passage that
 * one keeps or crosses out.
 */
export function compose(letter: MakerLetter, typed: Typed | null, words: FrameWords): LetterDocument {
  const fields = new Map(letter.fields.map((field) => [field.name, field]))
  const filling = { fields, typed }
  const said = (name: string) => {
    const field = fields.get(name)
    return (field && typed && wordsOf(field, typed)) || blank
  }
  const given = (name: string) => {
    const field = fields.get(name)
    return field && typed ? wordsOf(field, typed) : ''
  }
  const name = fields.has('lastName')
    ? [[said('firstNames'), said('lastName')].join(' ').replace(`${blank} ${blank}`, blank)]
    : []
  const [email, identifier] = [given('email'), given('ftId')]
  return {
    sender: [
      ...name,
      ...(fields.has('address') ? said('address').split(/ *\n\s*/) : []),
      ...(email ? [email] : []),
      ...(identifier ? [filled(words.identifier, { number: identifier })] : []),
    ],
    addressee: linesOf(parseTemplate(letter.fr.addressee).nodes, filling),
    placeAndDate: filled(words.placeAndDate, { place: said('place'), date: said('date') }),
    subject: filled(words.subject, {
      subject: fillPieces(piecesOf(letter.fr.subject), filling).replaceAll(/\s*\n\s*/g, ' '),
    }),
    body: blocksOf(parseTemplate(letter.fr.body).nodes, filling),
    signature: name,
    enclosures:
      letter.enclosures.length > 0 ? { title: words.enclosures, items: letter.enclosures.map(({ fr }) => fr) } : null,
  }
}
