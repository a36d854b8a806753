import type { PackFacts, PackText } from '#app/features/handovers/document/facts.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { score } from '../demo/score.ts'

const textOf = (locale: Locale, signed: number): PackText => {
  const { title, addressee, ask, demands, body, consent } = score.texts[locale]
  return {
    locale,
    version: 1,
    title,
    addressee,
    ask,
    demands,
    body,
    consent,
    signed,
    hash: 'ab'.repeat(32),
    publishedOn: '2026-01-15',
  }
}

/** Days in a row, the first of February the first of them. */
const days = Array.from({ length: 60 }, (_, at) => ({
  key: new Date(Date.UTC(2026, 1, 1 + at)).toISOString().slice(0, 10),
  confirmed: (at * 37) % 90,
}))

/** What a sealed pack says of a campaign that does not exist. The test states only what matters. */
export function packFacts(given: Partial<PackFacts> = {}): PackFacts {
  const locale = given.locale ?? 'fr'
  const { title, addressee } = score.texts[locale]
  return {
    locale,
    id: 7,
    slug: 'score',
    association: 'Collectif fictif',
    demonstration: false,
    title,
    addressee,
    plannedOn: '2026-04-02',
    sealedAt: new Date('2026-04-01T09:30:00Z'),
    openedOn: '2026-01-15',
    letter: 'Madame, Monsieur,\n\nVoici ce que 2 603 personnes vous demandent.\n\n- Publier les règles.\n- Prévenir.',
    confirmed: 2603,
    onPaper: 412,
    organisationCount: 2,
    texts: [textOf('fr', 2400), textOf('en', 203)],
    days,
    departments: [
      { key: '75', label: 'Paris', confirmed: 640 },
      { key: '31', label: 'Haute-Garonne', confirmed: 212 },
      { key: '48', label: 'Lozère', confirmed: '<10' },
    ],
    countries: [{ key: 'FR', label: 'France', confirmed: 2590 }],
    languages: [{ key: 'fr', label: 'Français', confirmed: 2400 }],
    organisations: [
      { name: 'Collectif des essais', kind: 'collectif', place: 'Lyon' },
      { name: 'Union des exemples', kind: 'syndicat', place: 'France' },
    ],
    quotes: 2,
    head: {
      size: 2650,
      root: 'q1TQ2n3Yc1Xo0wVn3bZqk8Jr5mY7uTgH2sLwE9dKfA0=',
      note: `example.org/score\n2650\nq1TQ2n3Yc1Xo0wVn3bZqk8Jr5mY7uTgH2sLwE9dKfA0=\n\n— example.org/score ${'Az09+/'.repeat(15)}==\n`,
      key: `example.org/score+0a1b2c3d+${'Az09+/'.repeat(7)}=`,
      confirmed: 2626,
      withdrawn: 15,
      invalidated: 12,
      restored: 4,
    },
    pageUrl: `https://example.org/${locale}/score/deliveries/7`,
    proofUrl: `https://example.org/${locale}/score/proof`,
    ledgerUrl: `https://example.org/${locale}/score/ledger`,
    companions: [
      { name: 'counts-day.csv', bytes: 1234, sha256: 'cd'.repeat(32) },
      { name: 'voices-fr.pdf', bytes: 45_678, sha256: 'ef'.repeat(32) },
    ],
    ...given,
  }
}
