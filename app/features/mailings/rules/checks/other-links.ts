import { shortened, finding, type Finding } from './finding.ts'

/** The two versions of one page: `/fr/score` and `/en/score`, `?lang=fr` and `?lang=en`. */
const ofEither = (link: string): string => link.replace(/(^|[/.=_-])(?:fr|en)(?=$|[/.?#&_-])/gi, '$1*')

/** More than anybody compares. */
const mostShown = 20

/** Who reads French and who reads English should be led to the same places: said where they are not. @param links as the letters carry them */
export function otherLinks(links: { fr: readonly string[]; en: readonly string[] }): Finding[] {
  const [inFr, inEn] = [new Set(links.fr.map(ofEither)), new Set(links.en.map(ofEither))]
  const only = {
    fr: links.fr.filter((link) => !inEn.has(ofEither(link))),
    en: links.en.filter((link) => !inFr.has(ofEither(link))),
  }
  if (only.fr.length === 0 && only.en.length === 0) return []
  const shown = (all: readonly string[]) => all.slice(0, mostShown).map(shortened)
  return [
    {
      ...finding('other-links', { locale: 'en', field: 'body', line: null, written: '' }),
      only: { fr: shown(only.fr), en: shown(only.en) },
    },
  ]
}
