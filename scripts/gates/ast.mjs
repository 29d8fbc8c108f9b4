export function eachNode(node, visit) {
  if (Array.isArray(node)) {
    for (const one of node) eachNode(one, visit)
    return
  }
  if (node === null || typeof node !== 'object') return
  if (typeof node.type === 'string') visit(node)
  for (const key in node) {
    const below = node[key]
    if (below !== null && typeof below === 'object') eachNode(below, visit)
  }
}

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])
export const isFunction = (node) => FUNCTIONS.has(node.type)
