/** Where a piece of a file lives: bound to its place, so that no two can be exchanged. */
export const piecePlace = (importId: number, n: number) => ({
  table: 'import_piece',
  column: 'sealed',
  row: `${importId}/${n}`,
})

/** Where a person of a file lives until they are asked. */
export const importedPlace = (importId: number, line: number) => ({
  table: 'imported_person',
  column: 'sealed',
  row: `${importId}/${line}`,
})
