import type { LetterContent, LetterField } from '#app/features/remedies/schema.ts'

/** A field of a letter with nothing special about it. */
export const aField = (name: string, as: LetterField['as'], more: Partial<LetterField> = {}): LetterField => ({
  name,
  as,
  labelFr: `${name} (fr)`,
  labelEn: `${name} (en)`,
  hintFr: '',
  hintEn: '',
  choicesFr: '',
  choicesEn: '',
  optional: false,
  ...more,
})

const parts = 'money: les versements\nscore: un score'

/** A letter with everything a letter can have. */
export const aLetter = (more: Partial<LetterContent> = {}): LetterContent => ({
  code: 'L10',
  form: 'letter',
  fields: [
    aField('firstNames', 'line'),
    aField('lastName', 'line'),
    aField('address', 'text'),
    aField('email', 'email', { optional: true }),
    aField('ftId', 'line', { optional: true }),
    aField('receivedOn', 'day'),
    aField('facts', 'text'),
    aField('sum', 'amount', { optional: true }),
    aField('hearing', 'choice', { choicesFr: 'yes: oui\nno: non', choicesEn: 'yes: yes\nno: no' }),
    aField('parts', 'checks', { choicesFr: parts, choicesEn: parts }),
    aField('place', 'line'),
    aField('date', 'day'),
  ],
  fr: {
    title: 'Observations',
    purpose: 'Répondre.',
    addressee: 'France Travail\nDirection régionale',
    subject: 'observations sur un courrier du {{receivedOn}}',
    body: `Madame, Monsieur,

J’ai reçu le {{receivedOn}} un courrier.
[[if sum]]
Il porte sur {{sum}}.
[[end]]

{{facts}}

[[if hearing=yes]]
Je demande à être entendu.
[[else]]
Mes observations suffisent.
[[end]]

Je vous demande :
1. de m’écouter ;
[[if sum]]
2. de renoncer à {{sum}} ;
[[end]]
3. de me répondre sur :

{{parts}}

Veuillez agréer, Madame, Monsieur, mes salutations distinguées.`,
    after: 'Attendez.',
  },
  en: {
    title: 'Observations',
    purpose: 'Answer.',
    addressee: 'France Travail',
    explanation: 'It says so.',
    after: 'Wait.',
  },
  enclosures: [{ fr: 'copie du courrier', en: 'copy of the letter' }],
  law: [],
  deadlines: [
    { rule: 'D-OBS', from: 'receivedOn', when: '', fr: 'Envoyer vos observations', en: 'Send your observations' },
    { rule: 'D-GDPR', from: 'sent', when: '', fr: 'Réponse attendue', en: 'Answer expected' },
  ],
  next: [],
  ...more,
})

export const frenchFrame = {
  placeAndDate: '{place}, le {date}',
  subject: 'Objet : {subject}',
  identifier: 'Identifiant France Travail : {number}',
  enclosures: 'Pièces jointes :',
}

export const typedByCamille: ReadonlyMap<string, string | readonly string[]> = new Map<string, string | string[]>([
  ['firstNames', 'Camille'],
  ['lastName', 'Exemple'],
  ['address', '1 rue des Lilas\n63000 Clermont-Ferrand'],
  ['receivedOn', '2026-03-01'],
  ['facts', 'Premier paragraphe,\nsur deux lignes.\n\nSecond paragraphe.'],
  ['sum', '1234,5'],
  ['hearing', ['yes']],
  ['parts', ['money', 'score']],
  ['place', 'Clermont-Ferrand'],
  ['date', '2026-03-03'],
])
