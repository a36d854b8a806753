import type { FieldName } from '#emails/letter-body.ts'

/** Readers that letters go wrong with. Nobody real. */
export const sampleReaders = ['usual', 'long', 'rightToLeft', 'unknown'] as const
export type SampleReader = (typeof sampleReaders)[number]

export const readerNamed = (name: string | null): SampleReader => sampleReaders.find((one) => one === name) ?? 'usual'

const readers: Record<SampleReader, Partial<Record<FieldName, string>>> = {
  usual: { name: 'Camille Exemple', department: 'Loire-Atlantique' },
  long: {
    name: 'Marie-Antoinette Wilhelmine de La Rochefoucauld-Montmorency épouse N’Guyen-Andriantsimitoviaminandriandehibe',
    department: 'Alpes-de-Haute-Provence',
  },
  rightToLeft: { name: 'ليلى المثال', department: 'Seine-Saint-Denis' },
  unknown: {},
}

/** What stands in a preview for the fields of a reader. */
export const sampleField =
  (reader: SampleReader) =>
  (name: FieldName, fallback: string): string =>
    readers[reader][name] ?? fallback

/** What stands where a letter is everyone's: in the archive and the feed. */
export const fallbackField = (_name: FieldName, fallback: string): string => fallback
