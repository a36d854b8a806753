import type { EnclosedPicture, Mail } from '#emails/letter.tsx'
import { pictureIdsIn } from '#emails/picture-mark.ts'
import { ownHost } from './letter-headers.server.ts'
import { readPictures } from './queries/pictures.server.ts'

/** The column of a letter (`emails/letter-style.ts`), in pixels of its page. */
const column = 540

/** How large a picture is shown: never wider than the column, and never larger than it is. */
export function shownSize({ width, height }: { width: number; height: number }): { width: number; height: number } {
  const shown = Math.min(width, column)
  return { width: shown, height: Math.max(1, Math.round((height * shown) / width)) }
}

/** RFC 2392: the name of a picture inside a message, the same in every message. */
const contentId = (id: string): string => `${id}@${ownHost()}`

/** Where the readers of a letter find a picture: in the letter. */
export const enclosedSrc = (id: string): string => `cid:${contentId(id)}`

/** Where the archive shows it, once a letter with it has begun to go out. */
export const publicSrc = (id: string): string => `/media/${id}.jpg`

/** Where the team sees it before. */
export const teamSrc = (id: string): string => `/admin/mailings/pictures/${id}.jpg`

/** What of the pictures that a text asks for its letter shows, to travel with it. */
export async function encloseIn(
  html: string,
  { campaignId, body }: { campaignId: number; body: string },
): Promise<EnclosedPicture[]> {
  const shown = pictureIdsIn(body).filter((id) => html.includes(enclosedSrc(id)))
  const bytes = await readPictures(campaignId, shown)
  return shown.flatMap((id) => {
    const jpeg = bytes.get(id)
    return jpeg ? [{ contentId: contentId(id), mediaType: 'image/jpeg' as const, bytes: jpeg }] : []
  })
}

/** The HTML of a letter for a frame that loads nothing: its pictures stand in it. */
export const withPicturesInside = ({ html, pictures = [] }: Mail): string =>
  pictures.reduce(
    (shown, { contentId: name, mediaType, bytes }) =>
      shown.replaceAll(`"cid:${name}"`, () => `"data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}"`),
    html,
  )
