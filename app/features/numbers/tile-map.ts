/**
 * Every département as a tile of one size, about where it lies: the small ones around Paris are read as easily as the wide ones, on a
 * telephone too, and no large empty place looks more important than a crowded one. Overseas stands at the left, in the same size.
 * Two collectivities without inhabitants (984, 989) are in the table alone.
 */
const plan = `
  .   .   .   .   .   62  59  .   .   .   .   .
  .   .   .   .   76  80  60  02  08  .   .   .
  .   .   50  14  27  95  93  51  55  54  57  67
  29  22  35  61  78  92  75  94  10  52  88  68
  .   56  53  72  28  91  77  89  21  70  90  .
  .   .   44  49  37  41  45  58  71  39  25  .
  .   .   85  79  86  36  18  03  69  01  74  .
  971 972 .   17  16  87  23  63  42  38  73  .
  973 974 .   33  24  19  15  43  07  26  05  .
  976 975 .   40  47  46  12  48  30  84  04  06
  977 978 .   64  32  82  81  34  13  83  .   .
  986 987 .   .   65  31  11  .   .   .   .   2B
  988 .   .   .   .   09  66  .   .   .   .   2A
`

export interface Tile {
  code: string
  column: number
  row: number
}

const rows = plan
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))

export const tileColumns = 12
export const tileRows = rows.length

export const tiles: readonly Tile[] = rows.flatMap((codes, row) =>
  codes.flatMap((code, column) => (code === '.' ? [] : [{ code, column, row }])),
)
