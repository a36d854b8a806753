/** How a provider treats what people write before and after the at sign. */
export interface AddressRule {
  /** Lower case ASCII; `*` for every domain without a rule of its own. */
  domain: string
  /** Dots in the mailbox mean nothing. */
  ignoresDots: boolean
  /** Characters that begin a tag: what follows the first of them goes to the same mailbox. */
  tags: string
  /** Another name of this provider's domain; its rule decides. */
  aliasOf: string | null
}

export type AddressRules = ReadonlyMap<string, AddressRule>

const rule = (domain: string, own: Partial<AddressRule> = {}): AddressRule => ({
  domain,
  ignoresDots: false,
  tags: '+',
  aliasOf: null,
  ...own,
})
const alias = (domain: string, aliasOf: string) => rule(domain, { aliasOf })

/**
 * What providers say of themselves: Gmail (dots, googlemail.com), Proton (dots, pm.me and protonmail.com), Apple (me.com and
 * mac.com), Yandex (ya.ru), Fastmail and Outlook (plus). The team may add to it. Not the hyphen of Yahoo's disposable
 * addresses: what stands before it is no mailbox, and jean-paul and jean-marc are two people.
 */
export const standardRules: readonly AddressRule[] = [
  rule('*'),
  rule('gmail.com', { ignoresDots: true }),
  alias('googlemail.com', 'gmail.com'),
  rule('proton.me', { ignoresDots: true }),
  alias('protonmail.com', 'proton.me'),
  alias('protonmail.ch', 'proton.me'),
  alias('pm.me', 'proton.me'),
  rule('icloud.com'),
  alias('me.com', 'icloud.com'),
  alias('mac.com', 'icloud.com'),
  rule('yandex.ru'),
  alias('ya.ru', 'yandex.ru'),
  alias('yandex.com', 'yandex.ru'),
]

/** Rules by domain, the later ones in place of the earlier. */
export const tableOf = (rules: readonly AddressRule[]): AddressRules => new Map(rules.map((one) => [one.domain, one]))

const standard = tableOf(standardRules)
const everyOther = rule('*')

/** An alias of an alias is followed this far; a circle ends. */
const mostSteps = 3

function ruleOf(domain: string, rules: AddressRules): { domain: string; rule: AddressRule } {
  let name = domain
  for (let step = 0; step < mostSteps; step += 1) {
    const aliasOf = rules.get(name)?.aliasOf
    if (!aliasOf) break
    name = aliasOf
  }
  return { domain: name, rule: rules.get(name) ?? rules.get('*') ?? everyOther }
}

function withoutTag(local: string, tags: string): string {
  for (let at = 1; at < local.length; at += 1) if (tags.includes(local.charAt(at))) return local.slice(0, at)
  return local
}

/**
 * The form of an address under which one person signs once: lower case, without its tag, by the rules of its provider. The
 * address is one that `readAddress` accepted (NFKC, IDNA). Never used to write to.
 */
export function canonicalAddress(address: string, rules: AddressRules = standard): string {
  const lower = address.toLowerCase()
  const at = lower.lastIndexOf('@')
  const { domain, rule: found } = ruleOf(lower.slice(at + 1), rules)
  const mailbox = withoutTag(lower.slice(0, at), found.tags)
  return `${found.ignoresDots ? mailbox.replaceAll('.', '') || mailbox : mailbox}@${domain}`
}

/** The domain of an address in canonical form. */
export const domainOf = (canonical: string): string => canonical.slice(canonical.lastIndexOf('@') + 1)
