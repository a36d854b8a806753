import {
  approveDrip,
  proposeDrip,
  saveDrip,
  sendFailedAgain,
  stopDrip,
  takeBackDrip,
  type Dripping,
  type DripOutcome,
} from './commands/drip.server.ts'
import { testDrip, type DripTestOutcome } from './commands/test-drip.server.ts'
import type { Said } from './mailing-desk.server.ts'
import { findDrip } from './queries/drip.server.ts'
import type { DripForm } from './rules/drip.ts'

const keys = {
  'not-possible': 'mailings.addressee.said.notPossible',
  'not-tested': 'mailings.addressee.said.notTested',
  'needs-another': 'mailings.addressee.said.needsAnother',
  faults: 'mailings.checks.refused',
} as const

const said = ({ outcome }: DripOutcome): Said =>
  outcome === 'done' ? { outcome: 'done', key: 'mailings.run.moved' } : { outcome: 'refused', key: keys[outcome] }

function tested(sent: DripTestOutcome): Said {
  if (sent.outcome === 'test-sent') return { outcome: 'done', key: 'mailings.addressee.said.tested' }
  if (sent.outcome === 'sending-locked') return { outcome: 'refused', key: 'mailings.test.locked' }
  if (sent.outcome === 'not-possible' || sent.outcome === 'faults')
    return { outcome: 'refused', key: keys[sent.outcome] }
  return 'reply' in sent && sent.reply
    ? { outcome: 'refused', key: 'mailings.test.refusedWith', values: { reply: sent.reply } }
    : { outcome: 'refused', key: 'mailings.test.refused' }
}

/** To look at a text does nothing. */
type Deed = Exclude<DripForm, { intent: 'preview' }>

/** What the buttons of the page about letters to the addressee do. */
export async function actOnDrip(form: Deed, dripping: Dripping): Promise<Said> {
  switch (form.intent) {
    case 'save': {
      const { intent: _save, ...settings } = form
      return said(await saveDrip(dripping, settings))
    }
    case 'test':
      return tested(await testDrip(dripping))
    case 'propose':
      return said(await proposeDrip(dripping))
    case 'take-back':
      return said(await takeBackDrip(dripping))
    case 'approve': {
      const drip = await findDrip(dripping.campaignId)
      return said(drip ? await approveDrip(dripping, drip.settings, form.revision) : { outcome: 'not-possible' })
    }
    case 'stop':
      return said(await stopDrip(dripping))
    case 'again':
      return said(await sendFailedAgain(dripping))
  }
}
