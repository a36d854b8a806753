import { exampleSlug, here } from './parts.ts'

const self = `${here}/api/v1/campaigns/${exampleSlug}`
const page = (rest = '') => ({ fr: `${here}/fr/${exampleSlug}${rest}`, en: `${here}/en/${exampleSlug}${rest}` })

export const campaign = {
  slug: exampleSlug,
  state: 'open',
  open: true,
  association: 'Collectif des notés',
  demonstration: false,
  title: { fr: 'Chercher un emploi n’est pas un score', en: 'Looking for work is not a score' },
  opensAt: '2026-01-15T08:00:00Z',
  closesAt: null,
  confirmed: 1234,
  goals: [
    {
      threshold: 1000,
      duty: { fr: 'Nous demandons un rendez-vous.', en: 'We ask for a meeting.' },
      reachedAt: '2026-01-30T17:20:00Z',
    },
  ],
  links: {
    self,
    count: `${self}/count`,
    counts: `${self}/counts`,
    releases: `${self}/releases`,
    datapackage: `${self}/datapackage.json`,
    page: page(),
    numbers: page('/numbers'),
  },
}

export const count = { campaign: exampleSlug, confirmed: 1234, asOf: '2026-01-31T12:00:00Z' }
