import { whereIs } from './floors.mjs'

/** Rooms that ask each other in a ring cannot be understood, or moved, one at a time. */
export function roomCycles(edges) {
  const asks = new Map()
  for (const edge of edges) {
    const [from, to] = [whereIs(edge.from).room, whereIs(edge.to).room]
    if (!from || !to || from === to) continue
    if (!asks.has(from)) asks.set(from, new Map())
    if (!asks.get(from).has(to)) asks.get(from).set(to, edge)
  }
  const failures = []
  const done = new Set()
  const visit = (room, way) => {
    if (done.has(room)) return
    for (const [next, edge] of asks.get(room) ?? []) {
      const ring = [...way, room]
      const at = ring.indexOf(next)
      if (at < 0) visit(next, ring)
      else failures.push(`${edge.from}:${edge.line} rooms ask in a ring: ${[...ring.slice(at), next].join(' → ')}`)
    }
    done.add(room)
  }
  for (const room of asks.keys()) visit(room, [])
  return failures
}
