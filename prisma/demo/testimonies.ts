import type { TestimonyContent } from './content.ts'
import { publishedInEnglish } from './testimonies-published.en.ts'
import { publishedInFrench } from './testimonies-published.fr.ts'
import { declined, proposed, submitted } from './testimonies-waiting.ts'

export const testimonies: TestimonyContent[] = [
  ...publishedInFrench,
  ...publishedInEnglish,
  ...submitted,
  ...proposed,
  ...declined,
]
