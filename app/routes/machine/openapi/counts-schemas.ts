import { smallCell } from '#app/features/numbers/schema.ts'
import { examplePackage } from './counts-examples.ts'
import { day, instant, object, schema, sha256, text, whole } from './counts-parts.ts'

export const countsSchemas = {
  CountRow: object({
    key: text(
      'A Paris day, a Paris hour, the code of a département, a country or a language; `unknown` for no département.',
    ),
    confirmed: {
      description: `Days, hours and languages: exact. Places: at least as many, in tens; \`${smallCell}\` is fewer than ten, or nobody.`,
      oneOf: [whole('A number.'), { type: 'string', const: smallCell }],
    },
  }),
  ReleaseLine: object({
    date: day,
    madeAt: instant('When it was made.'),
    confirmed: whole('Confirmed signatures in all.'),
    datapackage: text('Its description, beside this address.'),
    archive: text('All of it in one ZIP file, beside this address.'),
  }),
  Releases: object({
    campaign: text('The name of the campaign.'),
    releases: { type: 'array', description: 'The newest first.', items: schema('ReleaseLine') },
  }),
  ReleasedFile: object({
    name: text('Its name.'),
    bytes: whole('Its size.'),
    sha256,
    path: text('Beside this address.'),
  }),
  Release: object({
    campaign: text('The name of the campaign.'),
    date: day,
    madeAt: instant('When it was made.'),
    confirmed: whole('Confirmed signatures in all.'),
    licence: text('SPDX: Licence Ouverte 2.0.', { const: 'etalab-2.0' }),
    datapackage: text('Its description, beside this address.'),
    signature: text('The signature of that, beside this address.'),
    archive: text('All of it in one ZIP file, beside this address.'),
    files: { type: 'array', items: schema('ReleasedFile') },
  }),
  DataPackage: {
    type: 'object',
    description: 'Data Package 2.0 (datapackage.org).',
    required: Object.keys(examplePackage),
    properties: {
      name: text('Campaign and day.'),
      version: day,
      created: instant('When it was made.'),
      confirmed: whole('Confirmed signatures in all.'),
      licenses: { type: 'array', items: { type: 'object' } },
      resources: {
        type: 'array',
        items: object({
          name: text(''),
          path: text(''),
          bytes: whole(''),
          hash: text('', { pattern: '^sha256:[0-9a-f]{64}$' }),
        }),
      },
    },
  },
}
