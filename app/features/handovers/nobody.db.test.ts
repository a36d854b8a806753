import { Document } from 'mupdf'
import { expect, test } from 'vitest'
import { db } from '#app/infra/db/prisma.server.ts'
import { tallyAnew } from '#app/features/signatures/commands/recount.server.ts'
import { aCampaign } from '#prisma/factories/a-campaign.ts'
import { aSealedPack } from '#prisma/factories/a-sealed-pack.ts'
import { aSignature } from '#prisma/factories/a-signature.ts'
import { aTestimony } from '#prisma/factories/a-testimony.ts'

/** What a reader of PDFs finds in it, and what its properties say. */
function readPdf(bytes: Buffer): string {
  const read = Document.openDocument(bytes, 'application/pdf')
  const pages = Array.from({ length: read.countPages() }, (_, page) =>
    read.loadPage(page).toStructuredText('').asText(),
  )
  return [...pages, bytes.toString('latin1')].join('\n')
}

async function filesOf(id: number): Promise<Map<string, string>> {
  const rows = await db().handoverFile.findMany({
    where: { handoverId: id },
    orderBy: { position: 'asc' },
    select: { name: true, content: true },
  })
  return new Map(
    rows.map(({ name, content }) => {
      const bytes = Buffer.from(content ?? [])
      return [name, name.endsWith('.pdf') ? readPdf(bytes) : bytes.toString()]
    }),
  )
}

const names = ['Zéphyrine Quillebœuf', 'Barnabé Trouillogan', 'Xénia Ostrogradskaïa']

test('whoever signed is in no file of a pack: not their name, not their address, and a small place not by its number', async () => {
  const campaign = await aCampaign()
  for (const name of names)
    await aSignature({
      campaignId: campaign.id,
      state: 'confirmed',
      name,
      domain: 'zqmailbox.example',
      department: '48',
    })
  await tallyAnew(campaign.id, new Date('2026-03-01T11:00:00Z'))
  const files = await filesOf((await aSealedPack(campaign)).id)
  const everything = [...files.values()].join('\n')
  for (const secret of [...names, 'zqmailbox', 'Zéphyrine', 'Quillebœuf', 'camille@'])
    expect(everything).not.toContain(secret)
  expect(files.get('counts-department.csv')).toContain('48,<10')
  for (const name of ['petition-fr.pdf', 'petition-fr.txt']) {
    expect(files.get(name)).toMatch(/moins\s+de\s+10\s+signatures\s+chacun,\s+ou\s+aucune/)
    expect(files.get(name)).not.toContain('Lozère')
  }
})

test('only those are quoted who agreed to be quoted and to the press, and nowhere but in the annex', async () => {
  const campaign = await aCampaign()
  await aSignature({ campaignId: campaign.id, state: 'confirmed' })
  await tallyAnew(campaign.id, new Date('2026-03-01T11:00:00Z'))
  const quoted = {
    agreed: ['internal', 'quote', 'press'],
    halfway: ['internal', 'quote'],
    published: ['internal', 'publish'],
  } as const
  for (const [word, uses] of Object.entries(quoted)) {
    const { id } = await aTestimony({ campaignId: campaign.id, state: 'published', uses: [...uses] })
    await db().testimony.update({ where: { id }, data: { publishedQuote: `Phrase ${word}.` } })
  }
  const files = await filesOf((await aSealedPack(campaign)).id)
  const holding = [...files].filter(([, text]) => text.includes('Phrase agreed.')).map(([name]) => name)
  expect(holding).toEqual(['voices-fr.pdf', 'voices-fr.txt', 'voices-en.pdf', 'voices-en.txt'])
  const everything = [...files.values()].join('\n')
  for (const other of ['Phrase halfway', 'Phrase published', 'Un récit fictif']) expect(everything).not.toContain(other)
})
