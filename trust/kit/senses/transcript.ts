import type { Page } from 'playwright-core'

type AxNode = {
  nodeId: string
  ignored: boolean
  role?: { value?: string }
  name?: { value?: string }
  properties?: { name: string; value: { value?: unknown } }[]
  childIds?: string[]
}

/** What is said as one thing; its parts are not said again. */
const WHOLE = new Set(['button', 'link', 'heading', 'textbox', 'image', 'checkbox', 'radio', 'combobox', 'searchbox'])
const REGIONS = new Set(['banner', 'main', 'contentinfo', 'navigation', 'status', 'alert', 'form', 'region', 'list'])
const STATES = ['pressed', 'checked', 'disabled', 'expanded', 'required', 'invalid']

export type Told = {
  /** A line for each thing a reader of screens stops at. */
  lines: string[]
  /** The text of the main part, piece by piece. */
  main: string[]
}

const TRIES = 60
const BETWEEN_MS = 200

/** What is told once the page has come to rest: twice the same, and nothing asked to wait for. */
export async function tellAtRest(page: Page): Promise<Told> {
  let before = ''
  for (let turn = 1; ; turn++) {
    const told = await tell(page)
    const now = told.lines.join()
    if ((now === before && told.main.length > 0 && !now.includes('请稍等')) || turn === TRIES)
      return { ...told, lines: told.lines.map(lasting([...(await silentOn(page)), ...(await codesOn(page))])) }
    before = now
    await page.waitForTimeout(BETWEEN_MS)
  }
}

/** The accessibility tree of the browser itself, in the order in which a reader of screens goes through it. */
async function tell(page: Page): Promise<Told> {
  const cdp = await page.context().newCDPSession(page)
  const { nodes } = (await cdp.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] } // the protocol’s own shape
  await cdp.detach()
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const told: Told = { lines: [], main: [] }
  const childrenOf = (node: AxNode) => (node.childIds ?? []).flatMap((id) => byId.get(id) ?? [])
  const texts = (node: AxNode): string[] => {
    const role = node.role?.value ?? ''
    if (role === 'StaticText') return [node.name?.value ?? '']
    return role === 'textbox' ? [] : childrenOf(node).flatMap(texts)
  }
  const visit = (node: AxNode, isWithin: boolean): void => {
    const role = node.role?.value ?? ''
    const isSaid = !node.ignored && (WHOLE.has(role) || REGIONS.has(role) || role === 'StaticText')
    if (isSaid) told.lines.push(lineOf(node, role))
    if (role === 'main') told.main.push(...texts(node))
    if (isSaid && (WHOLE.has(role) || role === 'StaticText')) return
    for (const child of childrenOf(node)) visit(child, isWithin || role === 'main')
  }
  const [root] = nodes
  if (root) visit(root, false)
  return told
}

function lineOf({ name, properties = [] }: AxNode, role: string): string {
  const states = properties.flatMap(({ name: of, value }) =>
    STATES.includes(of) && value.value !== false && value.value !== 'false' ? [of] : [],
  )
  const level = properties.find((one) => one.name === 'level')?.value.value
  const words = [role === 'StaticText' ? 'text' : role, ...(typeof level === 'number' ? [level] : []), ...states]
  const said = (name?.value ?? '').replace(/\s+/g, ' ').trim()
  return said ? `${words.join(' ')}: ${said}` : words.join(' ')
}

const textsOf = (mark: string) => `[...document.querySelectorAll('[${mark}]')].map((one) => one.textContent.trim())`

/** What no ear could follow; nobody says it aloud. */
export const silentOn = (page: Page): Promise<string[]> => page.evaluate(textsOf('data-silent'))

/** Codes, which are said sign by sign. */
export const codesOn = (page: Page): Promise<string[]> => page.evaluate(textsOf('data-signs'))

/** Codes are made of chance; all else of the synthetic office stays from day to day. */
const lasting = (codes: readonly string[]) => (line: string) =>
  codes.reduce((now, code) => (code ? now.replaceAll(code, '<code>') : now), line)

/** The file as it is kept: a head for each place, and its lines. */
export const written = (pages: ReadonlyMap<string, readonly string[]>): string =>
  [...pages].map(([name, lines]) => `== ${name}\n${lines.join('\n')}\n`).join('\n')

export function readPages(text: string): Map<string, string[]> {
  const pages = text.split(/^== /m).slice(1)
  return new Map(
    pages.map((page) => {
      const [name = '', ...lines] = page.trimEnd().split('\n')
      return [name, lines] as const
    }),
  )
}

/** Where a page is told otherwise than it was reviewed. */
export function changes(name: string, kept: readonly string[] | undefined, now: readonly string[]): string[] {
  if (!kept) return [`${name}: nobody has reviewed what is told there`]
  const at = now.findIndex((line, index) => line !== kept[index])
  if (at < 0 && now.length === kept.length) return []
  const place = at < 0 ? now.length : at
  return [`${name}: “${now[place] ?? 'nothing'}” where “${kept[place] ?? 'nothing'}” was reviewed`]
}
