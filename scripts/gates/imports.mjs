import { posix } from 'node:path'

const ALIASES = { '#platform/': 'src/platform/', '#modules/': 'src/modules/', '#test/': 'test/' }

/** The file an import means, or null when it is a package. Imports spell out the extension, so no guessing is needed. */
export function target(from, specifier) {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier).replace(/\?.*$/, '')
  for (const [alias, folder] of Object.entries(ALIASES)) {
    if (specifier.startsWith(alias)) return posix.join(folder, specifier.slice(alias.length))
  }
  return null
}

/** Every import of one file. `erased` ones (import type) vanish before the program runs. */
export function importsOf(tree, path) {
  const { module, line } = tree.source(path)
  const found = []
  const add = (specifier, at, erased) =>
    found.push({ from: path, specifier, to: target(path, specifier), line: line(at), erased })
  const allTypes = (entries) => entries.length > 0 && entries.every((entry) => entry.isType)
  for (const one of module.staticImports) add(one.moduleRequest.value, one.start, allTypes(one.entries))
  for (const one of module.staticExports) {
    const entries = one.entries.filter((entry) => entry.moduleRequest)
    if (entries.length > 0) add(entries[0].moduleRequest.value, one.start, allTypes(entries))
  }
  for (const { moduleRequest, start } of module.dynamicImports) {
    const literal = /^(['"`])([^$]*)\1$/s.exec(tree.text(path).slice(moduleRequest.start, moduleRequest.end))
    if (literal) add(literal[2], start, false)
  }
  return found
}
