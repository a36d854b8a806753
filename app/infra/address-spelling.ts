/** Our addresses have one spelling each. Others of the same page would pass every rule that is written for it. */
export const isOurSpelling = (path: string): boolean =>
  /^\/[\w.~-]*(?:\/[\w.~-]+)*$/.test(path) && !/\/\.{1,2}(?:\/|$)/.test(path)
