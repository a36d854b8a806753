import { checkEarly } from './deposit-check.ts'
import { countCharacters } from './deposit-counter.ts'
import { askBeforeLeaving } from './deposit-leaving.ts'
import { walkInSteps } from './deposit-steps.ts'
import { offerPrints } from './print.ts'
import { takeAwayWhenLeft } from './shown-once.ts'

// The deposit works without this file. Nothing that is typed is kept anywhere but in the fields of the page.
const form = document.querySelector<HTMLFormElement>('form[data-deposit]')
if (form) {
  const check = checkEarly(form)
  walkInSteps(form, check)
  countCharacters(form)
  askBeforeLeaving(form)
}
offerPrints()
takeAwayWhenLeft()
