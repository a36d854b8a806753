import { claimForm, systemForm } from '#app/features/claims/claim-form.ts'
import { deskForm, type DeskForm } from '#app/features/sheets/form.ts'

/** Every kind of text that the team keeps verified, each from the room that shows it: `deskForm(itsForm)`. */
export const sheetForms: readonly DeskForm[] = [deskForm(claimForm), deskForm(systemForm)]
