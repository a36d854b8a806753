import { singleton } from '#app/infra/singleton.ts'
import { blindIndex } from '#app/infra/vault/index.server.ts'
import { canonicalAddress, standardRules, tableOf, type AddressRules } from './rules/canonical-address.ts'

const table = () => singleton('address-rules', () => ({ rules: tableOf(standardRules) }))

/** The rules of addresses in use: those we brought, and the team's. From memory. */
export const addressRules = (): AddressRules => table().rules

/** The team changed a rule: from here on in this process. */
export function useAddressRules(rules: AddressRules): void {
  table().rules = rules
}

/** An address as one person's, by the rules in use. */
export const personalAddress = (address: string): string => canonicalAddress(address, addressRules())

/** Whose row it is, in one campaign: blind, so that one person's rows in two campaigns cannot be matched. */
export const whoseIn = (campaignId: number, personal: string) => ({
  campaignId,
  emailIndex: blindIndex(`address|${campaignId}`, personal),
})
