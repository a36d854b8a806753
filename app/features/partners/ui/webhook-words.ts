import type { MessageKey } from '#app/i18n/t.ts'

const events: Readonly<Record<string, MessageKey>> = {
  'goal.reached': 'partners.webhooks.eventNames.goal',
  'count.hourly': 'partners.webhooks.eventNames.count',
  'campaign.closed': 'partners.webhooks.eventNames.closed',
  'update.published': 'partners.webhooks.eventNames.update',
  test: 'partners.webhooks.eventNames.test',
}

const faults: Readonly<Record<string, MessageKey>> = {
  address: 'partners.webhooks.faults.address',
  'unknown-host': 'partners.webhooks.faults.unknownHost',
  'not-outside': 'partners.webhooks.faults.notOutside',
  redirect: 'partners.webhooks.faults.redirect',
  certificate: 'partners.webhooks.faults.certificate',
  unreachable: 'partners.webhooks.faults.unreachable',
  timeout: 'partners.webhooks.faults.timeout',
}

export const eventName = (event: string): MessageKey => events[event] ?? 'partners.webhooks.eventNames.test'
export const faultName = (fault: string | null): MessageKey =>
  faults[fault ?? ''] ?? 'partners.webhooks.faults.unreachable'
