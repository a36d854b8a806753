import { isOurSpelling } from '#app/infra/address-spelling.ts'

/** The doors of the back office, which take no form that could be given back; Remix opens them in small and capital letters. */
const isDoor = (path: string) => /^\/admin\/(?:again|enter|leave)(?:[./]|$)/i.test(path)

const elsewhere = 'http://house.invalid'

/** An address of the back office: nobody is led anywhere else with what they typed. Anything else is its door. */
export function staffAddress(asked: string): string {
  if (!URL.canParse(asked, elsewhere)) return '/admin'
  const { origin, pathname, search } = new URL(asked, elsewhere)
  const isPage = pathname.startsWith('/admin/') && isOurSpelling(pathname) && !isDoor(pathname)
  return origin === elsewhere && isPage ? pathname + search : '/admin'
}
