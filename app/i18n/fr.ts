import barometer from './fr/barometer.json' with { type: 'json' }
import campaigns from './fr/campaigns.json' with { type: 'json' }
import cases from './fr/cases.json' with { type: 'json' }
import deadlines from './fr/deadlines.json' with { type: 'json' }
import emails from './fr/emails.json' with { type: 'json' }
import clock from './fr/clock.json' with { type: 'json' }
import commitments from './fr/commitments.json' with { type: 'json' }
import followers from './fr/followers.json' with { type: 'json' }
import figures from './fr/figures.json' with { type: 'json' }
import embeds from './fr/embeds.json' with { type: 'json' }
import handovers from './fr/handovers.json' with { type: 'json' }
import exports from './fr/exports.json' with { type: 'json' }
import health from './fr/health.json' with { type: 'json' }
import imports from './fr/imports.json' with { type: 'json' }
import integrity from './fr/integrity.json' with { type: 'json' }
import mailings from './fr/mailings.json' with { type: 'json' }
import maker from './fr/maker.json' with { type: 'json' }
import moderation from './fr/moderation.json' with { type: 'json' }
import numbers from './fr/numbers.json' with { type: 'json' }
import organisations from './fr/organisations.json' with { type: 'json' }
import paper from './fr/paper.json' with { type: 'json' }
import partners from './fr/partners.json' with { type: 'json' }
import pictures from './fr/pictures.json' with { type: 'json' }
import press from './fr/press.json' with { type: 'json' }
import privacy from './fr/privacy.json' with { type: 'json' }
import proof from './fr/proof.json' with { type: 'json' }
import scoring from './fr/scoring.json' with { type: 'json' }
import questions from './fr/questions.json' with { type: 'json' }
import sheets from './fr/sheets.json' with { type: 'json' }
import remedies from './fr/remedies.json' with { type: 'json' }
import signatures from './fr/signatures.json' with { type: 'json' }
import site from './fr/site.json' with { type: 'json' }
import staff from './fr/staff.json' with { type: 'json' }
import testimonies from './fr/testimonies.json' with { type: 'json' }
import ui from './fr/ui.json' with { type: 'json' }

/** One file per room, so that a change of words touches one room only. */
export const fr = {
  barometer,
  campaigns,
  cases,
  clock,
  commitments,
  followers,
  deadlines,
  emails,
  figures,
  embeds,
  handovers,
  exports,
  health,
  imports,
  integrity,
  mailings,
  maker,
  moderation,
  numbers,
  organisations,
  paper,
  partners,
  pictures,
  press,
  privacy,
  proof,
  scoring,
  remedies,
  questions,
  sheets,
  signatures,
  site,
  staff,
  testimonies,
  ui,
}
