export const checkNames = ['spf', 'dkim', 'dmarc', 'mx', 'reverse', 'tls'] as const
export type CheckName = (typeof checkNames)[number]

/** The worst of its findings decides about a check. None of them ever keeps mail from leaving. */
export const verdicts = ['good', 'attention', 'bad'] as const
export type Verdict = (typeof verdicts)[number]

/** Everything a check may find, with its verdict. Each has its words in both languages: `health.found.<code>`. */
export const codes = {
  'spf-fine': 'good',
  'spf-allows': 'good',
  'spf-none': 'bad',
  'spf-several': 'bad',
  'spf-broken': 'bad',
  'spf-include-none': 'bad',
  'spf-lookups': 'bad',
  'spf-voids': 'bad',
  'spf-everyone': 'bad',
  'spf-neutral': 'attention',
  'spf-open-end': 'attention',
  'spf-ptr': 'attention',
  'spf-forbids': 'bad',
  'spf-forbids-server': 'attention',
  'spf-unknown-address': 'attention',
  'dkim-fine': 'good',
  'dkim-no-key': 'attention',
  'dkim-missing': 'bad',
  'dkim-several': 'bad',
  'dkim-broken': 'bad',
  'dkim-revoked': 'bad',
  'dkim-other-key': 'bad',
  'dkim-weak': 'bad',
  'dkim-short': 'attention',
  'dkim-testing': 'attention',
  'dkim-not-for-mail': 'bad',
  'dkim-no-sha256': 'bad',
  'dkim-ed25519-alone': 'attention',
  'dmarc-fine': 'good',
  'dmarc-aligned': 'good',
  'dmarc-none': 'bad',
  'dmarc-several': 'bad',
  'dmarc-broken': 'bad',
  'dmarc-watching': 'attention',
  'dmarc-partly': 'attention',
  'dmarc-no-reports': 'attention',
  'dmarc-reports-refused': 'attention',
  'dmarc-unaligned': 'bad',
  'dmarc-spf-alone': 'attention',
  'mx-fine': 'good',
  'mx-none': 'bad',
  'mx-refuses': 'bad',
  'mx-by-address': 'attention',
  'mx-leads-nowhere': 'bad',
  'mx-is-an-address': 'bad',
  'reverse-fine': 'good',
  'reverse-none': 'bad',
  'reverse-none-server': 'attention',
  'reverse-unconfirmed': 'bad',
  'reverse-unconfirmed-server': 'attention',
  'reverse-generic': 'attention',
  'reverse-unknown-address': 'attention',
  'tls-fine': 'good',
  'tls-here': 'good',
  'tls-old': 'attention',
  'tls-expires': 'attention',
  'tls-expired': 'bad',
  'tls-wrong-name': 'bad',
  'tls-untrusted': 'bad',
  'tls-unchecked': 'attention',
  'tls-none': 'bad',
  'tls-ignored': 'bad',
  'tls-fails': 'bad',
  'tls-not-there': 'bad',
  'tls-not-willing': 'bad',
  'no-answer': 'attention',
} as const satisfies Record<string, Verdict>

export type Code = keyof typeof codes
export const isCode = (text: string): text is Code => Object.hasOwn(codes, text)

export interface Finding {
  code: Code
  values: Record<string, string | number>
}

/** A record of a name server, as it is to be published. */
export interface DnsRecord {
  name: string
  type: 'TXT' | 'MX' | 'PTR'
  value: string
}

/** What one check found. */
export interface Check {
  name: CheckName
  findings: readonly Finding[]
  /** What stands there now. */
  published: readonly DnsRecord[]
  /** What should stand there instead. */
  advised: readonly DnsRecord[]
}

export const finding = (code: Code, values: Finding['values'] = {}): Finding => ({ code, values })

const worse = (a: Verdict, b: Verdict): Verdict => (verdicts.indexOf(a) >= verdicts.indexOf(b) ? a : b)

export const verdictOf = ({ findings }: Pick<Check, 'findings'>): Verdict =>
  findings.map(({ code }): Verdict => codes[code]).reduce(worse, 'good')

/** Which sentence says what a check means for whoever writes: silence of a name server says nothing of their mail. */
export function meaningOf(check: Pick<Check, 'findings'>): Verdict | 'unchecked' {
  const found = check.findings.filter(({ code }) => codes[code] !== 'good')
  return found.length > 0 && found.every(({ code }) => code === 'no-answer') ? 'unchecked' : verdictOf(check)
}

/** Of all checks together. */
export const worstOf = (checks: readonly Pick<Check, 'findings'>[]): Verdict =>
  checks.map(verdictOf).reduce(worse, 'good')
