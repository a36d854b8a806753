import { hash } from 'node:crypto'
import { config } from '#app/infra/config.server.ts'
import { publicHalf } from '#app/infra/mail/dkim-key.server.ts'
import { mailServerOf } from '#app/infra/mail/server-look.server.ts'
import type { OurKey } from './rules/health/sender.ts'

/** Who sends, as far as the settings say it. Nothing secret is in here. */
export interface SenderSettings {
  from: string
  envelope: string
  host: string
  isHere: boolean
  isUnchecked: boolean
  sendingIps: readonly string[]
  key: OurKey | null
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

function keyOf(dkim: { privateKey: string; domainName: string; keySelector: string } | null): OurKey | null {
  const half = dkim && publicHalf(dkim.privateKey)
  return half ? { domain: dkim.domainName.toLowerCase(), selector: dkim.keySelector, ...half } : null
}

/** `null`: mail ends in the built-in inbox, and nothing leaves this machine. */
export function senderSettings(): SenderSettings | null {
  const { smtpUrl, mailFrom, bounceAddress, sendingIps, dkim } = config()
  if (smtpUrl === null) return null
  const from = domainOf(mailFrom.address)
  return {
    from,
    envelope: bounceAddress === null ? from : domainOf(bounceAddress),
    ...mailServerOf(smtpUrl),
    sendingIps,
    key: keyOf(dkim),
  }
}

/** Tells whether settings are still those that were checked. */
export const fingerprintOf = (settings: SenderSettings): string => hash('sha256', JSON.stringify(settings), 'hex')
