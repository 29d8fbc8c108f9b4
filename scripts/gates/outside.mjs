/** The folders for short-lived files and of root are every Linux's own; a path below them belongs to one machine. */
const MACHINE_PATH = /(?<![\w.\-/#}*])\/(?:work(?=[/'"`\s)]|$)|(?:tmp|root)\/[\w.]|home\/[a-z][\w-]*\/|Users\/\w)/
const REGISTRY =
  /\b(?:registry\.[a-z0-9.-]+\.[a-z]{2,}|[a-z0-9.-]*\bnpm(?:js|mirror)\.(?:org|com)|pypi\.org|deb\.debian\.org)\b/
const HOST = /(?:https?:|wss?:|["'`(])\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi

/** Names of XML namespaces are never fetched; reserved names (RFC 2606) and this machine lead nowhere. */
const NAMESPACES = ['www.w3.org', 'schemas.openxmlformats.org', 'schemas.microsoft.com', 'purl.org', 'json-schema.org']
const RESERVED =
  /(^|\.)(example|test|invalid|localhost)$|(^|\.)example\.(com|org|net|cn)$|^(127\.|0\.0\.0\.0$|10\.|192\.168\.)/

const isText = (path) => !/\.(png|jpe?g|gif|ico|woff2?|ttf|otf|xlsx?|pdf|zip|gz|wasm|br|bin)$/.test(path)

function judgeLine(path, line) {
  const found = []
  const machine = MACHINE_PATH.exec(line)
  if (machine) found.push(`machine path ${machine[0]}`)
  if (path !== 'package-lock.json' || line.includes('"resolved"')) {
    const registry = REGISTRY.exec(line)
    if (registry) found.push(`registry host ${registry[0]}`)
  }
  // Prose may cite where a regulation is published; the lock file names sponsors. Nothing of either runs.
  if (path.endsWith('.md') || path === 'package-lock.json') return found
  for (const [, host] of line.matchAll(HOST)) {
    if (!NAMESPACES.includes(host) && !RESERVED.test(host)) found.push(`outside host ${host}`)
  }
  return found
}

/** The house works without a network and is the same on every machine. */
export function outside(tree) {
  const files = tree.files.filter(isText)
  const failures = files.flatMap((path) =>
    tree
      .text(path)
      .split('\n')
      .flatMap((line, index) => judgeLine(path, line).map((what) => `${path}:${index + 1} ${what}`)),
  )
  return { failures, figures: [`${files.length} files`] }
}
