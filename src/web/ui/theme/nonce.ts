/** The policy lets only styles with this page's nonce through, and parts of Ant Design forget it; so every style sheet of ours carries it from birth. */
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
