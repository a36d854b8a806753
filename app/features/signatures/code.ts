/** As a code is shown and read out: two groups of three. */
export const codeGroups = (code: string): readonly [string, string] => [code.slice(0, 3), code.slice(3)]
