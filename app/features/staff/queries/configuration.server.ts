import { config, type Config } from '#app/infra/config.server.ts'
import type { MessageKey, MessageValues } from '#app/i18n/t.ts'

export interface ConfigurationLine {
  name: MessageKey
  /** As it is, or a sentence. */
  value: string | { key: MessageKey; values?: MessageValues }
}

/** How this installation is set up, without anything secret: no key, no password, no user name. */
export function describeConfiguration({
  appUrl,
  databaseUrl,
  smtpUrl,
  mailFrom,
  dkim,
  secrets,
  signLimit,
  role,
}: Config): ConfigurationLine[] {
  return [
    { name: 'staff.settings.names.appUrl', value: appUrl },
    {
      name: 'staff.settings.names.database',
      value: { key: databaseUrl ? 'staff.settings.values.external' : 'staff.settings.values.embedded' },
    },
    {
      name: 'staff.settings.names.mail',
      value: smtpUrl
        ? { key: 'staff.settings.values.smtp', values: { host: new URL(smtpUrl).host } }
        : { key: 'staff.settings.values.catcher' },
    },
    { name: 'staff.settings.names.mailFrom', value: `${mailFrom.name} <${mailFrom.address}>`.trim() },
    {
      name: 'staff.settings.names.dkim',
      value: dkim
        ? { key: 'staff.settings.values.dkim', values: { domain: `${dkim.keySelector}._domainkey.${dkim.domainName}` } }
        : { key: 'staff.settings.values.none' },
    },
    {
      name: 'staff.settings.names.keys',
      value: { key: secrets ? 'staff.settings.values.keysGiven' : 'staff.settings.values.keysKept' },
    },
    {
      name: 'staff.settings.names.signLimit',
      value: { key: 'staff.settings.values.signLimit', values: { ...signLimit } },
    },
    { name: 'staff.settings.names.role', value: { key: `staff.settings.values.${role}` } },
  ]
}

export const configuration = (): ConfigurationLine[] => describeConfiguration(config())
