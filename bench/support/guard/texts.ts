import { parts } from './corpus.ts'

const size = 100 * 1024

/** The words over and over, so many characters. */
const full = (words: string, length: number) => words.repeat(Math.ceil(length / words.length)).slice(0, length)

export const ordinaryTexts = (length = size): Record<string, string> => ({
  ordinary: full(
    'Ma conseillère m’a dit que le calcul avait décidé. J’ai attendu trois mois sans réponse, puis une lettre est arrivée. On me demandait de rembourser 1 234 euros, sans explication. ',
    length,
  ),
  'the corpus': full(
    parts
      .flatMap(([, sentences]) => sentences)
      .map(({ text }) => text)
      .join('\n'),
    length,
  ),
})

/** What begins like something the guard looks for, without end. */
const beginnings = [
  '1234567890',
  '0',
  '1',
  '1 ',
  '11 ',
  '1 1 ',
  '06 ',
  '06',
  '0-',
  '+33',
  '+1',
  '1/1/',
  '1/',
  ' ',
  '\n',
  '@',
  'a@',
  'a@b.',
  'a.',
  'a-',
  "d'",
  '(',
  '[[',
  '"',
  'M. Mme ',
  'Mme D',
  'Mme de la ',
  'Mme de ',
  'A',
  'Abcd ',
  'ABCD EFGH ',
  'A. ',
  'Sylvie ',
  'SYLVIE ',
  'sylvie ',
  "caf-d'bo.",
  'caf-Bo.',
  "mme d'a-b.",
  'Agence-Bo-',
  'FR76',
  'FR76 ',
  'FR76 3000 ',
  'GB29 NWBK ',
  'arobase ',
  'a point ',
  'a (at) ',
  'zero ',
  'zero six ',
  '1 rue ',
  '1 rue de la ',
  'rue A',
  '75011 A',
  '1 mai ',
  '1 mai à ',
  'née le ',
  'www.a',
  'http://',
  'a.fr/',
  'conseiller ',
  'conseiller de l’agence ',
  'mon conseiller, ',
  'dossier ',
  'n° de dossier n° ',
  'numéro ',
  'agence de ',
  'agence de la ',
  'Lille agency ',
  'pseudo ',
  'insta: a',
  'banque 30006 ',
  'AB-123-',
  'é',
  'e\u0301',
  '\u200B',
  '😀',
  '𝟎𝟔 ',
  'pens',
  'envie de ',
  'en finir ',
  'l’',
  '0123456A',
  '1234 AB ',
  'SW1A ',
  'code 1',
  'Lille, le ',
  'X',
  'residence les ',
  'lieu-dit a b ',
  'Martinot m’a dit ',
  'sylvie qui ',
  'P. V',
  'P.',
  'victor hugo ',
  'nir1',
  'num06',
  '1\n85\n',
  'DURAND Michel ',
  'secu 1 85 05 78 006 084 92 ',
]

/** A beginning, what goes on without end, and an end that makes it none of what it began as. */
const broken: [string, string, string][] = [
  ['dossier 1-', '1', 'a'],
  ['dossier 1-', '1A', 'a'],
]

export const hostileTexts = (length = size): Record<string, string> =>
  Object.fromEntries([
    ...beginnings.map((words) => [JSON.stringify(words), full(words, length)]),
    ...broken.map((parts) => [JSON.stringify(parts), parts[0] + full(parts[1], length) + parts[2]]),
  ])
