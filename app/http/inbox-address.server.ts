import { config } from '#app/infra/config.server.ts'

/** Where mails can be read when they are kept on this machine instead of being sent; `null` everywhere else. */
export const inboxAddress = (): string | null => {
  const { smtpUrl, production, catcher } = config()
  return smtpUrl === null && !production ? `http://localhost:${catcher.port}` : null
}
