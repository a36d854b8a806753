/** What an address may say was done. */
export const askedDone = ['answered', 'pointed', 'declined', 'proposed'] as const
export const entryDone = ['saved', 'published', 'changed', 'verified', 'retired', 'restored'] as const
/** Of an entry that is no more, said on the list. */
export const listDone = ['discarded', 'merged'] as const

const ofEntry = ['theme', 'questionFr', 'answerFr', 'questionEn', 'answerEn'] as const
/** In the order of the page, for the list of what is to be put right. */
export const askedFields = ['words', 'entry', 'pointWords', ...ofEntry, 'reason', 'declineWords']
export const entryFields = [...ofEntry, 'verifiedOn', 'checkBy', 'change', 'noteFr', 'noteEn', 'into']

/** What was wrong with the days or the note of an entry, beside its field. */
export const entryErrors = {
  'in-the-future': { verifiedOn: 'questions.errors.inTheFuture' },
  'check-in-the-past': { checkBy: 'questions.errors.checkInThePast' },
  'change-missing': { change: 'questions.errors.changeMissing' },
  'note-missing': { noteFr: 'questions.errors.noteMissing' },
  'unknown-entry': { into: 'questions.errors.entryMissing' },
} as const
