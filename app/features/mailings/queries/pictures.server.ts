import { db } from '#app/infra/db/prisma.server.ts'
import { pool } from '#app/infra/db/pool.server.ts'

/** A picture without its bytes. */
export interface Picture {
  id: string
  /** Bytes. */
  size: number
  width: number
  height: number
  altFr: string
  altEn: string
  /** It says nothing that the text does not. */
  decorative: boolean
}

const facts = { id: true, size: true, width: true, height: true, altFr: true, altEn: true, decorative: true } as const

export interface ListedPicture extends Picture {
  /** Letters that are gone out with it, or go out. It stays as long as one can be read. */
  sentIn: number
  /** Drafts, and letters that wait for their hour, which ask for it. */
  wantedIn: number
}

/** Of letters that are not begun nor dropped: those whose text asks for a picture `p`. */
const asking = `
  select count(distinct m.id)::int from mailing m join mailing_text x on x.mailing_id = m.id
  where m.campaign_id = p.campaign_id and m.state in ('draft', 'scheduled') and position('media:' || p.id in x.body) > 0`

/** The pictures of a campaign, the newest first. */
export async function listPictures(campaignId: number): Promise<ListedPicture[]> {
  const { rows } = await pool().query<ListedPicture>(
    `select p.id, p.size, p.width, p.height, p.alt_fr as "altFr", p.alt_en as "altEn", p.decorative,
       (select count(*)::int from picture_use u join mailing m on m.id = u.mailing_id
        where u.picture_id = p.id and m.started_at is not null) as "sentIn",
       (${asking}) as "wantedIn"
     from picture p where p.campaign_id = $1 order by p.created_at desc, p.id`,
    [campaignId],
  )
  return rows
}

/** Those of a campaign that have one of these numbers. */
export async function findPictures(campaignId: number, ids: readonly string[]): Promise<Picture[]> {
  if (ids.length === 0) return []
  return db().picture.findMany({ where: { campaignId, id: { in: [...ids] } }, select: facts })
}

/** The bytes of some pictures, by number. JPEG. */
export async function readPictures(campaignId: number, ids: readonly string[]): Promise<Map<string, Uint8Array>> {
  if (ids.length === 0) return new Map()
  const found = await db().picture.findMany({
    where: { campaignId, id: { in: [...ids] } },
    select: { id: true, jpeg: true },
  })
  return new Map(found.map(({ id, jpeg }) => [id, jpeg]))
}

/** The bytes of a picture for whoever writes letters; `null` when there is none. */
export async function findPictureForTeam(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await db().picture.findUnique({ where: { id }, select: { jpeg: true } })
  return found?.jpeg ?? null
}

/** The bytes of a picture for anybody; `null` until a letter with it has begun to go out. */
export async function findPublicPicture(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const found = await db().picture.findFirst({
    where: { id, uses: { some: { mailing: { startedAt: { not: null } } } } },
    select: { jpeg: true },
  })
  return found?.jpeg ?? null
}
