import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { readConfig } from '#app/infra/config.server.ts'
import { describeConfiguration } from './queries/configuration.server.ts'

test('the settings page shows nothing secret', () => {
  const key = () => randomBytes(32).toString('base64')
  const secrets = {
    PORTEVOIX_KEYS: `2026a:${key()}`,
    PORTEVOIX_INDEX_KEY: key(),
    PORTEVOIX_SESSION_SECRET: key(),
    PORTEVOIX_LOG_KEY: key(),
    DKIM_PRIVATE_KEY: 'private-dkim-key',
    METRICS_TOKEN: 'metrics-token-of-someone',
  }
  const environment = {
    ...secrets,
    APP_URL: 'https://petition.example.org',
    DATABASE_URL: 'postgresql://db-user:db-password@db-host:5432/portevoix',
    SMTP_URL: 'smtp://mail-user:mail-password@mail-host:587',
    MAIL_FROM: 'Collectif <nouvelles@example.org>',
    DKIM_DOMAIN: 'example.org',
    DKIM_SELECTOR: '2026a',
  }
  const shown = JSON.stringify(describeConfiguration(readConfig(environment)))
  for (const hidden of [...Object.values(secrets), 'db-user', 'db-password', 'mail-user', 'mail-password'])
    expect(shown).not.toContain(hidden)
  for (const open of ['https://petition.example.org', 'mail-host:587', '2026a._domainkey.example.org'])
    expect(shown).toContain(open)
})
