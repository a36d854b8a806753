import { createHash } from 'node:crypto'
import type { BatchForm } from '#app/features/paper/schema.ts'

let made = 0

/** What a person of the team enters after counting a pile of sheets. */
export function aBatchForm(campaignId: number, given: Partial<BatchForm> = {}): BatchForm {
  made += 1
  return {
    text: { campaignId, locale: 'fr', version: 1 },
    valid: 40,
    refused: 2,
    department: '31',
    collectedFrom: '2026-01-20',
    collectedTo: '2026-01-25',
    scanHash: createHash('sha256').update(`scan ${made}`).digest('hex'),
    corrects: undefined,
    reason: null,
    ...given,
  }
}
