import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react'

type Look = {
  /** `primary` is the one thing to do on the page: at most one in sight. */
  kind?: 'primary' | 'quiet' | 'plain'
  wide?: boolean
  children: ReactNode
}

const lookOf = ({ kind = 'primary', wide }: Look) => `button button-${kind}${wide ? ' button-wide' : ''}`

type ButtonProps = Look & Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'style' | 'children'>

export const Button = ({ kind, wide, children, type = 'submit', ...rest }: ButtonProps) => (
  <button {...rest} type={type} className={lookOf({ kind, wide, children })}>
    {children}
  </button>
)

type ButtonLinkProps = Look & { href: string } & Omit<
    AnchorHTMLAttributes<HTMLAnchorElement>,
    'className' | 'style' | 'children' | 'href'
  >

export const ButtonLink = ({ kind, wide, children, ...rest }: ButtonLinkProps) => (
  <a {...rest} className={lookOf({ kind, wide, children })}>
    {children}
  </a>
)
