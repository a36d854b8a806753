/** Steps that were taken, as they stand in the address afterwards. */
export const doneSteps = ['accepted', 'inserted', 'kept', 'refused', 'unpublished', 'reopened'] as const

export const lengthErrors = {
  'too-long': 'cases.errors.replyTooLong',
  'too-many-lines': 'cases.errors.replyTooManyLines',
} as const
