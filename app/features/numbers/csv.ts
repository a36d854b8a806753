/**
 * What a spreadsheet would read as a formula: `= + - @`, their full-width and small forms and the minus sign, also after
 * blanks and controls that it drops; or a cell that opens with TAB, CR, LF or NUL (OWASP ASVS 5.0, 1.2.10).
 */
const formula = /^'*(?:[\s\u0000-\u001F]*[=+\-@\u2212\uFE62\uFE63\uFE66\uFE6B\uFF0B\uFF0D\uFF1D\uFF20]|[\t\r\n\u0000])/u

/** Semicolon and TAB too: a spreadsheet in French cuts there. */
const mustBeQuoted = /[",;\t\r\n\u0000]/

/**
 * One cell of a CSV file (RFC 4180). Text that looks like a formula gets an apostrophe in front, so that it is shown and
 * not run; numbers are ours and stay numbers. Whoever removes the first apostrophe of such a cell has the exact text.
 */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const inert = formula.test(value) ? `'${value}` : value
  return mustBeQuoted.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/** One line with its CRLF. */
export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(csvCell).join(',')}\r\n`
