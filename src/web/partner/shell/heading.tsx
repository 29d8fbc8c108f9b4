import { type ReactNode, useEffect, useRef } from 'react'

/** What stands on the page, and in the title of the browser with it. */
export function Heading({ children }: { children: ReactNode }) {
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${head.current?.textContent ?? ''} · 桑榆`
  })
  return <h1 ref={head}>{children}</h1>
}
