import { lawForm } from '#app/features/remedies/law-form.ts'
import { letterForm } from '#app/features/remedies/letter-form.ts'
import { pathForm } from '#app/features/remedies/path-form.ts'
import { scoringForm } from '#app/features/scoring/form.ts'
import { deskForm, type DeskForm } from '#app/features/sheets/form.ts'

/** Every kind of text that the team keeps verified, each from the room that shows it: `deskForm(itsForm)`. */
export const sheetForms: readonly DeskForm[] = [
  deskForm(lawForm),
  deskForm(letterForm),
  deskForm(pathForm),
  deskForm(scoringForm),
]
