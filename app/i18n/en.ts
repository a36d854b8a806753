import barometer from './en/barometer.json' with { type: 'json' }
import campaigns from './en/campaigns.json' with { type: 'json' }
import cases from './en/cases.json' with { type: 'json' }
import deadlines from './en/deadlines.json' with { type: 'json' }
import emails from './en/emails.json' with { type: 'json' }
import clock from './en/clock.json' with { type: 'json' }
import commitments from './en/commitments.json' with { type: 'json' }
import followers from './en/followers.json' with { type: 'json' }
import figures from './en/figures.json' with { type: 'json' }
import embeds from './en/embeds.json' with { type: 'json' }
import handovers from './en/handovers.json' with { type: 'json' }
import exports from './en/exports.json' with { type: 'json' }
import health from './en/health.json' with { type: 'json' }
import imports from './en/imports.json' with { type: 'json' }
import integrity from './en/integrity.json' with { type: 'json' }
import mailings from './en/mailings.json' with { type: 'json' }
import maker from './en/maker.json' with { type: 'json' }
import moderation from './en/moderation.json' with { type: 'json' }
import numbers from './en/numbers.json' with { type: 'json' }
import organisations from './en/organisations.json' with { type: 'json' }
import paper from './en/paper.json' with { type: 'json' }
import partners from './en/partners.json' with { type: 'json' }
import pictures from './en/pictures.json' with { type: 'json' }
import press from './en/press.json' with { type: 'json' }
import privacy from './en/privacy.json' with { type: 'json' }
import proof from './en/proof.json' with { type: 'json' }
import scoring from './en/scoring.json' with { type: 'json' }
import questions from './en/questions.json' with { type: 'json' }
import sheets from './en/sheets.json' with { type: 'json' }
import remedies from './en/remedies.json' with { type: 'json' }
import signatures from './en/signatures.json' with { type: 'json' }
import site from './en/site.json' with { type: 'json' }
import staff from './en/staff.json' with { type: 'json' }
import testimonies from './en/testimonies.json' with { type: 'json' }
import ui from './en/ui.json' with { type: 'json' }

/** One file per room, so that a change of words touches one room only. */
export const en = {
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
