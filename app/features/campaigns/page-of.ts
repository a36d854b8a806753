/** Where a page of a long list begins. A page that does not exist is the nearest that does; what is no number is the first. */
export function pageOf(wanted: number, count: number, perPage: number) {
  const pages = Math.max(1, Math.ceil(count / perPage))
  const page = Number.isSafeInteger(wanted) ? Math.min(Math.max(1, wanted), pages) : 1
  return { page, pages, skip: (page - 1) * perPage, take: perPage }
}
