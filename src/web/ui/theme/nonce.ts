/**
 * The server's policy lets only styles through that carry the nonce of this very page. Ant Design can hand it on, but its parts that
 * measure a scroll bar or stop the page behind a dialog forget to; so every style sheet that a script of ours makes carries it from birth.
 */
export function carryNonce(): void {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name=style-nonce]')?.nonce
  if (!nonce) return
  // oxlint-disable-next-line typescript/no-deprecated -- its overload for unknown names is the one to stand in for
  const create = document.createElement.bind(document)
  // oxlint-disable-next-line typescript/no-deprecated -- as above
  document.createElement = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = create(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }
}
