import { exampleSlug, here } from './parts.ts'

export const id = '01960000-0000-7000-8000-000000000002'
const page = `${here}/fr/${exampleSlug}/testimonies`
const self = `${here}/api/v1/campaigns/${exampleSlug}/testimonies`

const facts = { system: 'control', department: '31', period: '2026-01', publishedOn: '2026-01-31' }
export const testimony = {
  id,
  language: 'fr',
  title: 'Radiée sans explication',
  contentWarning: null,
  text: 'J’ai reçu un message de [un agent].',
  ...facts,
  consequences: ['stress'],
  attempts: [],
  links: { self: `${self}/${id}`, page: `${page}/${id}` },
}
export const quote = {
  id,
  language: 'fr',
  quote: 'Personne n’a su me dire pourquoi.',
  collectedBy: 'Collectif des notés',
  ...facts,
  place: `${page}/quotes#quote-${id}`,
  report: `${page}/${id}/report`,
  page: `${page}/${id}`,
}
