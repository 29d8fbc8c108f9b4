import { eachNode } from '../ast.mjs'
import { isCode, isListing, isTest } from '../tree.mjs'

const DIRECTIVE =
  /(?:oxlint|eslint)-disable(?:-next-line|-line)?|biome-ignore|knip-ignore|@ts-(?:expect-error|ignore|nocheck)/

/** What a comment says apart from a directive and the rules it names; each tool has its own place for the reason. */
function reasonIn(comment) {
  const directive = DIRECTIVE.exec(comment)
  const after = directive ? comment.slice(directive.index + directive[0].length) : comment
  if (directive?.[0].startsWith('biome')) return after.split(/:\s/)[1] ?? ''
  if (directive && !directive[0].startsWith('@ts')) return after.split(/\s--\s/)[1] ?? ''
  return after.replace(/[*:\s]+/g, ' ').trim()
}

/** Lines that carry a sentence: a single word such as "ok" is not a reason. */
function reasonedLines(source) {
  const lines = new Set()
  for (const { value, start, end } of source.comments) {
    const reason = reasonIn(value)
    if (!/\S+\s+\S+|\p{Script=Han}{3,}/u.test(reason)) continue
    for (let at = source.line(start); at <= source.line(end - 1); at++) lines.add(at)
  }
  return lines
}

function claimOf(node) {
  switch (node.type) {
    case 'TSAnyKeyword':
      return { what: 'any', at: node.start, excusable: false }
    case 'TSTypeAssertion':
      return { what: '<type>', at: node.start, excusable: true }
    case 'TSNonNullExpression':
      return { what: '!', at: node.end - 1, excusable: true }
    case 'TSAsExpression':
      return isConst(node) ? null : { what: 'as', at: node.typeAnnotation.start, end: node.end, excusable: true }
    default:
      return node.definite === true ? { what: '!', at: node.start, excusable: true } : null
  }
}

const isConst = (node) =>
  node.typeAnnotation.type === 'TSTypeReference' && node.typeAnnotation.typeName?.name === 'const'

function judge(tree, path) {
  const source = tree.source(path)
  const excused = reasonedLines(source)
  const claims = []
  eachNode(source.program, (node) => {
    const claim = claimOf(node)
    if (claim)
      claims.push({ ...claim, line: source.line(claim.at), last: source.line((claim.end ?? claim.at + 1) - 1) })
  })
  for (const { value, start } of source.comments) {
    const directive = DIRECTIVE.exec(value)?.[0]
    const banned = /@ts-(ignore|nocheck)/.test(directive ?? '')
    if (directive)
      claims.push({ what: directive, line: source.line(start), last: source.line(start), excusable: !banned })
  }
  const unexcused = claims.filter(
    ({ line, last, excusable }) => !excusable || !(excused.has(line) || excused.has(last)),
  )
  const why = (one) => (one.excusable ? 'needs its reason in a comment on the line' : 'is never used')
  return { claims, failures: unexcused.map((one) => `${path}:${one.line} ${one.what} ${why(one)}`) }
}

function commentLines(tree, path) {
  const { comments, line } = tree.source(path)
  const text = tree.text(path).split('\n')
  const startsLine = ({ start }) => /^\s*(\/[/*]|\{\/\*)/.test(text[line(start) - 1])
  return comments.filter(startsLine).reduce((total, { start, end }) => total + line(end - 1) - line(start) + 1, 0)
}

/** Where the compiler is told to look away, and how much is explained. */
export function reasons(tree) {
  const code = tree.files.filter((path) => isCode(path) && path !== 'src/platform/db/tables.ts')
  const judged = code.map((path) => judge(tree, path))
  const prose = code.filter((path) => !isTest(path) && !isListing(path))
  const comments = prose.reduce((total, path) => total + commentLines(tree, path), 0)
  const lines = prose.reduce((total, path) => total + tree.text(path).split('\n').length, 0)
  const claims = judged.flatMap((one) => one.claims)
  const per = ((1000 * comments) / Math.max(1, lines)).toFixed(0)
  const figures = [`${claims.length} as, ! and disables`, `${per} comment lines per 1,000 (20–40 wanted)`]
  return { failures: judged.flatMap((one) => one.failures), figures }
}
