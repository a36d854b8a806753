/** A text as it was typed: an empty line, even one with blanks in it, parts two paragraphs. */
export const Paragraphs = ({ text }: { text: string }) =>
  text.split(/\n\s*\n/).map((paragraph, place) => <p key={place}>{paragraph}</p>)
