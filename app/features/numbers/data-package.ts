import type { Breakdown } from './schema.ts'
import { smallCell } from './schema.ts'

/** One file of a release. */
export interface PackagedFile {
  by: Breakdown
  name: string
  bytes: number
  /** SHA-256, hexadecimal. */
  sha256: string
}

export interface PackageFacts {
  slug: string
  title: { fr: string; en: string }
  association: string
  /** Without a slash at its end. */
  origin: string
  /** A Paris day, `YYYY-MM-DD`. */
  day: string
  /** Instants as the machine interface writes them. */
  madeAt: string
  placesAsOf: string | null
  confirmed: number
  files: readonly PackagedFile[]
}

/** Licence Ouverte 2.0: whoever uses the numbers names their source and day, and may do everything else (docs/decisions/0059). */
export const licence = {
  name: 'etalab-2.0',
  title: 'Licence Ouverte / Open Licence 2.0 (Etalab)',
  path: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence',
} as const

const keys: Record<Breakdown, { type: string; format?: string; description: string; constraints?: object }> = {
  day: {
    type: 'date',
    format: '%Y-%m-%d',
    description: 'Jour de la confirmation, à Paris. Day of confirmation, in Paris.',
  },
  hour: {
    type: 'string',
    description: 'Date et heure de Paris, quatorze derniers jours. Date and hour in Paris, the last fourteen days.',
    constraints: { pattern: '\\d{4}-\\d{2}-\\d{2}T\\d{2}' },
  },
  department: {
    type: 'string',
    description:
      'Code du département ; unknown : inconnu ou étranger. Code of the département; unknown: none known, or abroad.',
  },
  country: { type: 'string', description: 'ISO 3166-1 alpha-2.' },
  language: {
    type: 'string',
    description: 'Langue de la page de signature, ISO 639-1. Language of the page signed on.',
  },
}

const titles: Record<Breakdown, string> = {
  day: 'Signatures confirmées par jour. Confirmed signatures by day.',
  hour: 'Signatures confirmées par heure. Confirmed signatures by hour.',
  department: 'Signatures confirmées par département. Confirmed signatures by département.',
  country: 'Signatures confirmées par pays. Confirmed signatures by country.',
  language: 'Signatures confirmées par langue. Confirmed signatures by language.',
}

const exact = 'Nombre exact. Exact number.'
const inTens = `Au moins autant, par dizaines ; ${smallCell} : moins de dix, ou personne. At least as many, in tens; ${smallCell}: fewer than ten, or nobody.`

const isPlace = (by: Breakdown) => by === 'department' || by === 'country'

const resource = ({ by, name, bytes, sha256 }: PackagedFile) => ({
  name: by,
  type: 'table',
  path: name,
  title: titles[by],
  format: 'csv',
  mediatype: 'text/csv',
  encoding: 'utf-8',
  bytes,
  hash: `sha256:${sha256}`,
  dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
  schema: {
    fields: [
      { name: 'key', constraints: { required: true, unique: true }, ...keys[by] },
      { name: 'confirmed', type: 'integer', description: isPlace(by) ? inTens : exact },
    ],
    primaryKey: ['key'],
    missingValues: isPlace(by) ? ['', smallCell] : [''],
  },
})

/** The description of a release (Data Package 2.0), ready to be signed. The same facts always give the same text. */
export function dataPackage(facts: PackageFacts): string {
  const { slug, title, origin, day } = facts
  const described = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `${slug}-${day}`,
    title: `${title.fr} · ${title.en}`,
    titles: title,
    description:
      'Signatures confirmées d’une pétition. Les lieux sont comptés par dizaines, pour que personne ne soit reconnu. Confirmed signatures of a petition. Places are counted in tens, so that nobody can be recognised.',
    homepage: `${origin}/fr/${slug}/numbers`,
    version: day,
    created: facts.madeAt,
    licenses: [licence],
    contributors: [{ title: facts.association, roles: ['publisher'] }],
    campaign: slug,
    confirmed: facts.confirmed,
    placesAsOf: facts.placesAsOf,
    resources: facts.files.map(resource),
  }
  return `${JSON.stringify(described, null, 2)}\n`
}

/** The same description for somebody who stands at another address: the paths of its files begin with `folder`. */
export const seenFrom = (manifest: string, folder: string): string =>
  manifest.replaceAll(/^( {6}"path": ")(?=[a-z]+\.csv")/gm, (start) => `${start}${folder}`)

/** What is signed of a description: whose it is, its day, and the SHA-256 of its bytes in hexadecimal, on a line each. */
export const packageStatement = ({ origin, day, sha256 }: { origin: string; day: string; sha256: string }): string =>
  `${origin}/datapackage\n${day}\nsha256:${sha256}\n`
