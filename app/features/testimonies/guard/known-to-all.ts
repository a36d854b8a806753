import { pattern, scan } from './pattern.ts'

/**
 * Full names that are no secret and no agent's: of history, of letters, of those who governed, of shops. Only what is
 * written whole counts: “Victor” alone is somebody.
 */
const names = `
  victor hugo|emile zola|simone veil|simone weil|jean jaures|leon blum|jean moulin|louise michel|karl marx|franz kafka|george orwell
  charles de gaulle|francois mitterrand|jacques chirac|nicolas sarkozy|francois hollande|emmanuel macron|georges pompidou|pierre bourdieu
  michel foucault|albert camus|jean-paul sartre|simone de beauvoir|jules ferry|marie curie|pierre curie|louis pasteur|ambroise croizat
  pierre laroque|pierre mendes france|robert badinter|martin luther king|nelson mandela|jeanne d'arc|napoleon bonaparte|abbe pierre
  elisabeth borne|gabriel attal|michel barnier|francois bayrou|edouard philippe|jean castex|muriel penicaud|olivier dussopt
  catherine vautrin|astrid panosyan-bouvet|sebastien lecornu|ken loach|daniel blake|max weber|hannah arendt|alan turing
  jean valjean|christian louboutin|leroy merlin|yves rocher|louis vuitton|christian dior|pierre cardin|jean-paul gaultier|thierry mugler|harry potter|marks and spencer
  jules verne|jean de la fontaine|charles baudelaire|charlie hebdo|charlie chaplin|claude monet|pablo picasso|albert einstein
`
  .trim()
  .split(/[|\n]/)
  .map((name) => name.trim())

const known = pattern(String.raw`(?<![A-Za-z])(?:${names.join('|')})(?![A-Za-z])`, 'gi')

/** Where such names stand in a text: whether a place in it meets one. */
export function knownToAll(text: string): { meets: (start: number, end: number) => boolean } {
  const taken = new Uint8Array(text.length)
  scan(known, text, ({ 0: name, index }) => {
    taken.fill(1, index, index + name.length)
  })
  return { meets: (start, end) => taken.subarray(start, end).includes(1) }
}
