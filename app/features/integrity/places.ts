/** Where the name of a domain that the team spoke of is sealed; `key` is its index, hexadecimal. */
export const standingPlace = (key: string) => ({ table: 'standing', column: 'sealed_name', row: key })
