import { commitmentForm } from '#app/features/commitments/form.ts'
import { channelForm } from '#app/features/press/channel-form.ts'
import { pressForm } from '#app/features/press/press-form.ts'
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
  deskForm(channelForm),
  deskForm(pressForm),
  deskForm(commitmentForm),
]
