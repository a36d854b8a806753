/** 34 wide, 22 high. */
export const logoStrokes =
  'M5 3.4Q4.2 10 4.6 19M11.6 2.8Q11 11 11.4 19.4M18.2 3.2Q18.6 11 18 19M25 2.6Q24.4 10 25.2 19.2'
export const logoAcross = 'M1 17.4Q15 11.4 32.4 4.6'

/** Four strokes and one across: someone counted by hand, and you can check. */
export const Logo = () => (
  <svg className="logo" width="34" height="22" viewBox="0 0 34 22" aria-hidden="true" focusable="false">
    <path className="logo-strokes" d={logoStrokes} />
    <path className="logo-across" d={logoAcross} />
  </svg>
)
