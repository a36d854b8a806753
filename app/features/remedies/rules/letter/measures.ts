/**
 * Where things stand on the sheet, in millimetres from its upper left corner.
 *
 * The address stands where printers of French business mail put it: a frame of 85 × 33 mm, 110 mm from the left and 55 mm from the top, in
 * letters of 10 points (edics.fr, « Rédiger vos adresses »; NF Z 10-011 allows six lines of 38 characters). Reckoned for the windows that are
 * sold, 35 or 45 × 100 mm, 20 mm from the right of the envelope: a sheet folded in three in a DL (110 × 220 mm, window 20 mm from the bottom)
 * can slide by 11 mm upwards and 10 mm to the side, which leaves 100 to 190 mm and 55 to 79 mm in sight wherever it lies; folded in two in a
 * C5 (162 × 229 mm, window 60 mm from the bottom) and lying at the bottom, 54 to 88 mm. Six lines of 4 mm end at 79.
 * What a window may uncover, 34 to 90 mm beyond 90 mm from the left, holds nothing else.
 */
export const sheet = {
  width: 210,
  height: 297,
  margin: 20,
  /** The address of whoever writes ends before the window begins. */
  senderWidth: 68,
  senderLine: 5,
  address: { left: 110, top: 55, line: 4, lines: 6, characters: 38 },
  /** Nothing but the two addresses above. */
  bodyTop: 92,
} as const
