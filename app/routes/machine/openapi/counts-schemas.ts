import { smallCell } from '#app/features/numbers/schema.ts'
import { day, instant, list, maybe, object, schema, text, whole, type Part } from './parts.ts'

const ofRelease = {
  date: day('In Paris.'),
  madeAt: instant('When it was made.'),
  confirmed: whole('Confirmed signatures in all.'),
  datapackage: text('Its description, beside this address.'),
  archive: text('All of it in one ZIP file, beside this address.'),
}

const resource = object({
  name: text('What it counts by.'),
  path: text('The file, beside this address.'),
  bytes: whole('Its size.'),
  hash: text('SHA-256, hexadecimal.', { pattern: '^sha256:[0-9a-f]{64}$' }),
})

export const countsSchemas: Part = {
  CountRow: object({
    key: text(
      'A Paris day, a Paris hour, the code of a département, a country or a language; `unknown` for no département.',
    ),
    confirmed: {
      description: `Days, hours and languages: exact. Places: at least as many, in tens; \`${smallCell}\` is fewer than ten, or nobody.`,
      oneOf: [whole('A number.'), { type: 'string', const: smallCell }],
    },
  }),
  ReleaseLine: object(ofRelease),
  Releases: object({
    campaign: text('Its name in addresses.'),
    releases: { ...list(schema('ReleaseLine')), description: 'The newest first.' },
  }),
  ReleasedFile: object({
    name: text('Its name.'),
    bytes: whole('Its size.'),
    sha256: text('SHA-256, hexadecimal.', { pattern: '^[0-9a-f]{64}$' }),
    path: text('Beside this address.'),
  }),
  Release: object({
    campaign: text('Its name in addresses.'),
    ...ofRelease,
    licence: text('SPDX: Licence Ouverte 2.0.', { const: 'etalab-2.0' }),
    signature: text('The signature of its description, beside this address.'),
    files: list(schema('ReleasedFile')),
  }),
  DataPackage: object(
    {
      name: text('Campaign and day.'),
      campaign: text('Its name in addresses.'),
      version: day('In Paris.'),
      created: instant('When it was made.'),
      placesAsOf: maybe(instant('When places were last looked at; `null` before the first time.')),
      confirmed: whole('Confirmed signatures in all.'),
      licenses: list(object({ name: text('SPDX.'), path: text('Its text.') })),
      resources: list(resource),
    },
    { description: 'Data Package 2.0 (datapackage.org).' },
  ),
}
