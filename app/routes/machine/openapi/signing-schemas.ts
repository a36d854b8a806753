import { object, text, type Part } from './parts.ts'

const tick = (description: string): Part => ({
  description,
  oneOf: [{ type: 'boolean' }, { type: 'string', enum: ['on', ''] }],
})

export const exampleBody = {
  name: 'Camille Exemple',
  email: 'camille@example.org',
  postcode: '31000',
  country: 'FR',
  consent: true,
  text: 1,
  locale: 'fr',
}

const fields = {
  name: text('First and last name, 1 to 120 characters.'),
  email: text('Where the confirmation is sent. Only the person who opens it is counted.'),
  postcode: text('Required when the country is France.'),
  country: text('ISO 3166-1 alpha-2.', { default: 'FR' }),
  consent: tick(
    '`true`, and only when the person ticked it: I sign, this may reveal an opinion, I am 15 or over. Never ticked in advance.',
  ),
  news: tick('The person asks for news of the campaign.'),
  showName: tick('The name may be shown.'),
  comment: text('At most 500 characters. Read by the team before it shows.'),
  text: {
    type: ['integer', 'string'],
    description: 'The version of the text that was shown; the one of now when it is absent.',
  },
  locale: text('The language of the text that was shown and of the mail.', { enum: ['fr', 'en'] }),
  altcha: text('A solved challenge, base64: while the campaign is under attack, from a program without a key.'),
}

export const signingSchemas: Part = {
  Signature: {
    type: 'object',
    description: 'The fields of the form. Members that are not known are ignored.',
    required: ['name', 'email', 'consent'],
    properties: fields,
  },
  Accepted: object({ status: { type: 'string', const: 'confirmation-sent' } }),
  Tried: object({ status: { type: 'string', const: 'nothing-sent' } }),
  Challenge: object(
    {
      parameters: { type: 'object', description: 'As the library `altcha-lib` 2 reads them.' },
      signature: text('Ours.'),
    },
    { description: 'ALTCHA, version 2.' },
  ),
}
