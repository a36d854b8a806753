import type { ReactNode } from 'react'

/** Two or more parts side by side where there is room, stacked on a phone. */
export const Columns = ({ children }: { children: ReactNode }) => <div className="columns">{children}</div>

/** A wide field and a short one on the same line. */
export const FieldRow = ({ children }: { children: ReactNode }) => <div className="field-row">{children}</div>

/** A part of a staff page about one thing: what may be done with it, folded one under the other. */
export const Desk = ({ children }: { children: ReactNode }) => <div className="desk">{children}</div>

/** Buttons and links that answer the same question. */
export const Actions = ({ children }: { children: ReactNode }) => <div className="actions">{children}</div>

/** Small print under a form or a figure. */
export const SmallPrint = ({ children }: { children: ReactNode }) => <p className="small">{children}</p>
