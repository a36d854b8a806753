import type { FrameWords } from '#app/features/remedies/rules/letter/compose.ts'
import { faults } from '#app/features/remedies/rules/letter/looked-over.ts'
import type { LetterContent } from '#app/features/remedies/schema.ts'
import { translator } from '#app/i18n/t.ts'
import { useLocale, useT } from '#app/i18n/use-t.tsx'

const french = translator('fr')

/** Letters are French on every page. */
export const frameWords: FrameWords = {
  placeAndDate: french('maker.frame.placeAndDate', { place: '{place}', date: '{date}' }),
  subject: french('maker.frame.subject', { subject: '{subject}' }),
  identifier: french('maker.frame.identifier', { number: '{number}' }),
  enclosures: french('maker.frame.enclosures'),
}

/** Every word that the script may say: it has no translator of its own. */
export function useLetterWords(letter: LetterContent) {
  const t = useT()
  const locale = useLocale()
  const label = ({ labelFr, labelEn }: LetterContent['fields'][number]) => (locale === 'fr' ? labelFr : labelEn)
  return {
    frame: frameWords,
    labels: Object.fromEntries(letter.fields.map((field) => [field.name, label(field)])),
    faults: Object.fromEntries(faults.map((fault) => [fault, t(`maker.fault.${fault}`)])),
    error: t('ui.field.error'),
    clearSure: t('maker.clearSure'),
    cleared: t('maker.cleared'),
    copied: t('maker.copied'),
    notCopied: t('maker.notCopied'),
    taken: t('maker.taken', { file: '{file}' }),
    complete: t('maker.complete'),
    missingOne: t('maker.missingOne', { names: '{names}' }),
    missingMany: t('maker.missingMany', { names: '{names}', number: '{number}' }),
    missingMore: t('maker.missingMore', { names: '{names}', number: '{number}' }),
    last: t('maker.deadlines.last'),
    counted: t('maker.deadlines.counted', { from: '{from}' }),
    waits: t('maker.deadlines.waits', { field: '{field}' }),
    past: t('maker.deadlines.past'),
    note: t('maker.deadlines.note', { from: '{from}' }),
  }
}
