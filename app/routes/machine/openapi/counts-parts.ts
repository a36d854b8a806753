import { text, type Part } from './parts.ts'

/** Some answers of the address have it. */
export const perhapsAsOf = (when: string): Part => ({
  'X-As-Of': { description: when, schema: { type: 'string', format: 'date-time' } },
})

/** The beginning of a ZIP file, which a workbook is as well. */
export const zipped = (description: string): Part => ({
  schema: text(description, { format: 'binary', pattern: '^PK\\u0003\\u0004' }),
  example: 'PK\u0003\u0004…',
})
