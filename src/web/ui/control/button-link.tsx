import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes } from 'react'
import css from './button-link.module.css'

type ButtonLinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { primary?: boolean }

function Anchor({ primary = false, children, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} className={primary ? css.primary : css.plain}>
      {children}
    </a>
  )
}

/** A link that looks like a button: it goes somewhere, it does nothing. Typed like Link. */
export const ButtonLink = createLink(Anchor)
