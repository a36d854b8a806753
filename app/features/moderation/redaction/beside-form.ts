import { z } from 'zod'
import { periodGrains, type BesideChoice } from '#app/features/testimonies/beside.ts'
import { attempts, consequences } from '#app/features/testimonies/schema.ts'

/** Fields that come as lists, however many are ticked. */
export const besideLists = ['showConsequences', 'showAttempts'] as const

const ticked = z.literal('on').optional().catch(undefined)
/** What no list knows is left out, as is what was not sent: a form can show less than was meant, never more. */
const codes = (known: readonly string[]) =>
  z
    .array(z.string())
    .catch([])
    .transform((sent) => known.filter((code) => sent.includes(code)))

/** What stands beside the text, tick by tick. */
export const besideFields = {
  showSystem: ticked,
  showDepartment: ticked,
  showPeriod: z.enum(periodGrains).catch('none'),
  showConsequences: codes(consequences),
  showAttempts: codes(attempts),
}

const besideShape = z.object(besideFields)
type BesideForm = z.output<typeof besideShape>

export const chosenIn = (form: BesideForm): BesideChoice => ({
  system: form.showSystem === 'on',
  department: form.showDepartment === 'on',
  period: form.showPeriod,
  consequences: form.showConsequences,
  attempts: form.showAttempts,
})

/** The choice in a form as it was sent or as it stands on the screen. */
export const readChoice = (values: Record<string, string | readonly string[] | undefined>): BesideChoice =>
  chosenIn(besideShape.parse(values))

/** A choice as the form that it came from. */
export const formOf = ({ system, department, period, consequences, attempts }: BesideChoice) => ({
  showPeriod: period,
  showConsequences: [...consequences],
  showAttempts: [...attempts],
  ...(system ? { showSystem: 'on' } : {}),
  ...(department ? { showDepartment: 'on' } : {}),
})
