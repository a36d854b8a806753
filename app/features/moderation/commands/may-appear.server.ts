import type { Prisma } from '#app/infra/db/generated/client.ts'

/** `mayAppear` as a condition of the database, which judges the consents of that instant: something of the text may appear. */
export const mayAppearWhere = ({ quote }: { quote: string | null }): Prisma.TestimonyWhereInput => ({
  OR: [{ uses: { has: 'publish' } }, ...(quote === null ? [] : [{ uses: { hasEvery: ['quote', 'press'] } }])],
})
