import type { T } from '#app/i18n/t.ts'
import type { Shared } from '#app/ui/share-links.tsx'
import { plainBars } from './rules.ts'
import type { PublishedTestimony } from './schema.ts'

interface SharedVoice {
  testimony: Pick<PublishedTestimony, 'title' | 'contentWarning'>
  campaign: string
  url: string
}

/** A testimony in the words in which it is passed on: its title and its warning, never its text. */
export function sharedVoice(t: T, { testimony, campaign, url }: SharedVoice): Shared {
  const title = plainBars(testimony.title)
  const warning = testimony.contentWarning
  const text = warning
    ? t('testimonies.voice.shareWarned', { title, warning, campaign })
    : t('testimonies.voice.shareText', { title, campaign })
  return {
    url,
    text,
    mail: {
      subject: t('testimonies.voice.shareSubject', { title }),
      body: t('testimonies.voice.shareMail', { text, url }),
    },
  }
}
