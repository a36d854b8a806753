import type { TestimonyContent } from './content.ts'
import { told } from './told.ts'

const published = { locale: 'en', state: 'published' } as const

export const publishedInEnglish: TestimonyContent[] = [
  {
    ...published,
    system: 'control',
    department: '75',
    period: '2026-02',
    title: `“Nobody could tell me which rule I had met”`,
    contentWarning: null,
    uses: ['internal', 'statistics', 'quote', 'publish'],
    ...told(`I moved to France nine years ago and lost my job in a museum shop last summer. I apply by e-mail, directly, often in English, because that is where the work is for me. Very little of it goes through the official site.

In February I was told that my search was being checked. {{Ms Specimen of the Placeholder Street office|The officer}} asked for proof and I sent forty e-mails. She closed the check in a week and wished me luck. I have no complaint about her.

I asked one question: had I been picked at random, or because of something? She said she saw a category on her screen but not the reason for it. She seemed as curious as I was.

I can live with being checked. I would like to live in a place where the person checking me can read the rule as well.`),
  },
  {
    ...published,
    system: 'other',
    department: '24',
    period: '2025-08',
    title: `“I used to build these models”`,
    contentWarning: null,
    uses: ['internal', 'statistics', 'publish', 'press'],
    ...told(`For eleven years I built scoring models for {{Imaginary Insurance plc|a private company}}. Now I am out of work and on the other side of one, or perhaps not: I have no way to find out.

I am not against scores. A good one can be fairer than a tired human being at five in the afternoon. But I know what makes one good. Somebody writes down what it is for. Somebody measures whom it gets wrong, and how often. Somebody outside the team is allowed to look. And the person who acts on it is free to ignore it, and does so now and then.

I asked my adviser whether anything like this was used on my file. She did not know whom to ask. I wrote to the data protection officer and received a polite answer about my data, with nothing about models.

Publish the documentation. If the work is careful, it will show. Mine did, the one time we had to.`),
  },
]
