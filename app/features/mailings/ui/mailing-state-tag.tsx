import { useT } from '#app/i18n/use-t.tsx'
import { StatusTag, type StatusTone } from '#app/ui/status-tag.tsx'
import type { MailingState } from '../schema.ts'

const tones: Record<MailingState, StatusTone> = {
  draft: 'waiting',
  scheduled: 'waiting',
  sending: 'active',
  paused: 'late',
  sent: 'done',
  cancelled: 'stopped',
}

export function MailingStateTag({ state }: { state: MailingState }) {
  const t = useT()
  return <StatusTag tone={tones[state]}>{t(`mailings.states.${state}`)}</StatusTag>
}
