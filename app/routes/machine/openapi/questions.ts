import { themes } from '#app/features/questions/schema.ts'
import {
  address,
  code,
  day,
  exampleSlug,
  found,
  here,
  json,
  list,
  looked,
  maybe,
  object,
  refused,
  schema,
  slug,
  text,
  type Part,
} from './parts.ts'

const said = maybe(object({ question: text('As it was asked, reworded.'), answer: text('Markdown.') }))

const question = {
  id: 'que-faire',
  theme: 'act',
  fr: { question: 'Que faire ?', answer: 'Regardez d’abord la date du courrier.' },
  en: null,
  publishedOn: '2026-01-31',
  updatedOn: null,
  verifiedOn: '2026-01-30',
  page: `${here}/fr/${exampleSlug}/questions#que-faire`,
}

export const questionSchemas: Part = {
  Question: object({
    id: text('Stable; the anchor on its page.'),
    theme: code([...themes], 'What it is about.'),
    fr: { ...said, description: 'In French; `null` when it has not been written.' },
    en: { ...said, description: 'In English; `null` when it has not been written.' },
    publishedOn: maybe(day('When it appeared.')),
    updatedOn: maybe(day('When its words last changed; `null` when they never did.')),
    verifiedOn: maybe(day('When somebody last verified it.')),
    page: address('To read.'),
  }),
  Questions: object({ campaign: text('Its name in addresses.'), questions: list(schema('Question')) }),
}

export const questionPaths: Part = {
  '/api/v1/campaigns/{slug}/questions': looked(
    {
      id: 'listQuestions',
      tag: 'campaigns',
      summary: 'Questions and answers',
      description:
        'Those on the site, in the order of the campaign. An answer whose time to be verified is past is left out.',
    },
    {
      parameters: [slug],
      responses: {
        ...found({
          description: 'Every published answer.',
          content: json(schema('Questions'), { campaign: exampleSlug, questions: [question] }),
        }),
        ...refused(404, 405, 503),
      },
    },
  ),
}
