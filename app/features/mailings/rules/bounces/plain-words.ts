const marks = /(\p{Script=Latin})\p{M}+/gu

/** For comparing wordings: small letters without accents, one kind of apostrophe, single spaces. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(marks, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')

const links = /[a-z][a-z+.-]{1,12}:\/\/[^\s>"']{1,2000}/gi
const addresses = /[^\s<>"'(),;:@]{1,128}@[^\s<>"'(),;@]{1,255}/g
/** A sentence that begins right after a full stop begins with a capital. */
const machines = /\b\w[\w-]{0,62}(?:\.[a-z\d][a-z\d-]{0,62}){1,12}\b/g

/** Without addresses (`@` stands for each), links and names of machines (`#`): `antispam.example.org` is no verdict about spam. */
export const withoutNames = (text: string): string =>
  text.replace(links, ' # ').replace(addresses, ' @ ').replace(machines, ' # ')
