import { finding, type Check, type Finding } from './finding.ts'

/** What a mail server said when it was asked for TLS; nothing was sent and no password was said. */
export type ServerLook =
  | { outcome: 'not-there' | 'not-willing' | 'fails' }
  /** In clear: it does not offer STARTTLS, or the settings do not want it. */
  | { outcome: 'in-clear'; isOffered: boolean }
  | {
      outcome: 'secured'
      /** `TLSv1.3` */
      protocol: string
      /** Why the certificate is not believed, as Node names it; `null`: it is. */
      fault: string | null
      /** Until when it is valid, in milliseconds since 1970. */
      until: number | null
    }

export interface LookedAt {
  host: string
  /** This machine: what is said to it passes no wire. */
  isHere: boolean
  /** The settings ask for certificates to be believed whatever they say. */
  isUnchecked: boolean
  /** In milliseconds since 1970. */
  now: number
}

const day = 86_400_000
/** A certificate that renews itself does so earlier. */
const daysOfNotice = 14
const old = new Set(['SSLv3', 'TLSv1', 'TLSv1.1'])

function ofCertificate(fault: string | null, { host, isUnchecked }: LookedAt): Finding[] {
  if (isUnchecked) return [finding('tls-unchecked', { host })]
  if (fault === null) return []
  if (fault === 'ERR_TLS_CERT_ALTNAME_INVALID') return [finding('tls-wrong-name', { host })]
  return [finding(fault === 'CERT_HAS_EXPIRED' ? 'tls-expired' : 'tls-untrusted', { host, fault })]
}

function judge(look: ServerLook, lookedAt: LookedAt): Finding[] {
  const { host, isHere, now } = lookedAt
  if (look.outcome === 'in-clear') {
    if (isHere) return [finding('tls-here', { host })]
    return [finding(look.isOffered ? 'tls-ignored' : 'tls-none', { host })]
  }
  if (look.outcome !== 'secured') return [finding(`tls-${look.outcome}`, { host })]
  const { protocol, fault, until } = look
  const left = until === null ? null : until - now
  const findings = ofCertificate(fault, lookedAt)
  if (old.has(protocol)) findings.push(finding('tls-old', { host, protocol }))
  if (left !== null && left >= 0 && left < daysOfNotice * day)
    findings.push(finding('tls-expires', { host, days: (left - (left % day)) / day }))
  return findings.length > 0 ? findings : [finding('tls-fine', { host, protocol })]
}

/** Whether our letters travel sealed to the mail server, and whether it is the one it says it is (RFC 3207). */
export const checkTls = (look: ServerLook, lookedAt: LookedAt): Check => ({
  name: 'tls',
  findings: judge(look, lookedAt),
  published: [],
  advised: [],
})
