/** `{{name|hello}}`, `{{quote:ID}}`: what a letter leaves to be filled in. */
export interface Slot {
  kind: 'slot'
  name: string
  /** After the colon; empty when there is none. */
  argument: string
  /** After the bar: what stands there when nothing is known. `null`: no bar. */
  fallback: string | null
  written: string
}

/** A picture as it stands in a letter, in pixels of its page. */
export interface LetterImage {
  src: string
  width: number
  height: number
  alt: string
}

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'link'; url: string; label: string }
  | { kind: 'strong' | 'em'; inlines: Inline[] }
  | { kind: 'break' }
  | { kind: 'person'; text: string } // a name of any script, that turns nothing around it
  | { kind: 'picture'; id: string; alt: string } // one of our own; where none can stand, only its words
  | Slot

export type Block =
  | { kind: 'heading'; level: 2 | 3 | 4; inlines: Inline[] }
  | { kind: 'paragraph'; inlines: Inline[] }
  | { kind: 'line'; inlines: Inline[] } // a paragraph of a tight list
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'list'; start: number | null; items: Block[][] } // a number: counted from there
  | { kind: 'rule' }
  | { kind: 'button'; url: string; label: string } // in letters only, as slots are
  | { kind: 'image'; image: LetterImage; text: string } // a picture that was found; what the text part says of it
