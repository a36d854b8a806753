import { breakdowns } from '#app/features/numbers/schema.ts'
import { exampleNote } from './counts-examples.ts'
import { text, type Part } from './parts.ts'

export const date: Part = {
  name: 'date',
  in: 'path',
  required: true,
  description: 'The day of a release, in Paris.',
  schema: { type: 'string', format: 'date' },
  example: '2026-01-31',
}
export const file: Part = {
  name: 'file',
  in: 'path',
  required: true,
  description: 'A file of the release, its description, the signature of that, or all of it in one archive.',
  schema: {
    type: 'string',
    enum: [...breakdowns.map((by) => `${by}.csv`), 'datapackage.json', 'datapackage.json.sig', 'package.zip'],
  },
}

export const note: Part = {
  'text/plain': {
    schema: text('A signed note (C2SP), Ed25519 under the key of the log.', {
      pattern: '/datapackage\\n\\d{4}-\\d{2}-\\d{2}\\nsha256:[0-9a-f]{64}\\n\\n— ',
    }),
    example: exampleNote,
  },
}
