import { apart } from '#app/features/testimonies/queries/apart.server.ts'
import type { JoinedPage } from '../workbench.ts'

/** The pages that a witness joined, without opening any. */
export const listPages = (testimonyId: string): Promise<JoinedPage[]> =>
  apart().attachment.findMany({
    where: { testimonyId },
    select: { id: true, file: true, page: true, width: true, height: true },
    orderBy: [{ file: 'asc' }, { page: 'asc' }],
  })
