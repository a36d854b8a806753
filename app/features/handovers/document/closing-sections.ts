import type { PackBlock, PackSection } from './blocks.ts'
import { annexName } from './names.ts'
import type { Writing } from './words.ts'

const paragraph = (text: string): PackBlock => ({ kind: 'paragraph', text })
const heading = (text: string): PackBlock => ({ kind: 'heading', level: 3, text })

export function organisations({ facts, t }: Writing): PackSection {
  const { organisations: listed } = facts
  const section = { id: 'organisations', title: t('handovers.pack.organisations.title'), apart: false }
  if (!listed) return { ...section, blocks: [paragraph(t('handovers.pack.organisations.left'))] }
  if (listed.length === 0) return { ...section, blocks: [paragraph(t('handovers.pack.organisations.none'))] }
  return {
    ...section,
    blocks: [
      paragraph(t('handovers.pack.organisations.intro', { count: listed.length })),
      {
        kind: 'table',
        caption: t('handovers.pack.organisations.caption'),
        head: [
          t('handovers.pack.organisations.name'),
          t('handovers.pack.organisations.kind'),
          t('handovers.pack.organisations.place'),
        ],
        rows: listed.map(({ name, kind, place }) => [name, kind, place]),
        numeric: [],
      },
    ],
  }
}

export function voices({ facts: { quotes, locale }, t }: Writing): PackSection {
  const said =
    quotes === null
      ? t('handovers.pack.voices.left')
      : quotes === 0
        ? t('handovers.pack.voices.none')
        : t('handovers.pack.voices.annex', { count: quotes, file: annexName(locale, 'pdf') })
  return { id: 'voices', title: t('handovers.pack.voices.title'), apart: false, blocks: [paragraph(said)] }
}

export function method({ facts, t }: Writing): PackSection {
  return {
    id: 'method',
    title: t('handovers.pack.method.title'),
    apart: true,
    blocks: [
      paragraph(t('handovers.pack.method.confirmed')),
      paragraph(t('handovers.pack.method.once')),
      paragraph(t('handovers.pack.method.ledger', { url: facts.ledgerUrl })),
      paragraph(t('handovers.pack.method.paper')),
      paragraph(t('handovers.pack.method.names')),
      heading(t('handovers.pack.method.provesTitle')),
      paragraph(t('handovers.pack.method.proves')),
      heading(t('handovers.pack.method.doesNotTitle')),
      paragraph(t('handovers.pack.method.doesNot')),
    ],
  }
}

function headBlocks({ facts: { head }, t, n }: Writing): PackBlock[] {
  if (!head) return [paragraph(t('handovers.pack.proof.later'))]
  return [
    { kind: 'facts', rows: [[t('handovers.pack.proof.size'), n(head.size)]] },
    { kind: 'exact', label: t('handovers.pack.proof.root'), text: head.root },
    { kind: 'exact', label: t('handovers.pack.proof.note'), text: head.note.trimEnd() },
    { kind: 'exact', label: t('handovers.pack.proof.key'), text: head.key },
  ]
}

function companionBlocks({ facts: { companions }, t, n }: Writing): PackBlock[] {
  if (companions.length === 0) return [paragraph(t('handovers.pack.proof.none'))]
  return companions.map(({ name, bytes, sha256 }) => ({
    kind: 'exact',
    label: t('handovers.pack.proof.file', { name, size: n(bytes) }),
    text: sha256,
  }))
}

export function proof(writing: Writing): PackSection {
  const { facts, t } = writing
  const { pageUrl, proofUrl } = facts
  return {
    id: 'proof',
    title: t('handovers.pack.proof.title'),
    apart: true,
    blocks: [
      heading(t('handovers.pack.proof.head')),
      ...headBlocks(writing),
      {
        kind: 'code',
        url: proofUrl,
        alt: t('handovers.pack.proof.qrAlt', { url: proofUrl }),
        caption: t('handovers.pack.proof.qr', { url: proofUrl }),
      },
      heading(t('handovers.pack.proof.how')),
      {
        kind: 'list',
        ordered: true,
        items: [
          t('handovers.pack.proof.steps.one', { url: pageUrl }),
          t('handovers.pack.proof.steps.two'),
          t('handovers.pack.proof.steps.three', { proof: proofUrl }),
        ],
      },
      heading(t('handovers.pack.proof.files')),
      ...companionBlocks(writing),
      paragraph(t('handovers.pack.proof.manifest')),
    ],
  }
}
