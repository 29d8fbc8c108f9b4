/** The plan of the house: a room may ask rooms of a lower floor. A new room gets its place here first. */
const PLAN = {
  ground: [
    'accounts',
    'places',
    'units',
    'people',
    'gatherings',
    'approvals',
    'ledger',
    'papers',
    'messages',
    'operations',
  ],
  first: ['party', 'council', 'activities', 'volunteering', 'care', 'honours', 'press'],
  roof: ['assessment', 'reports', 'exchange'],
}
const HEIGHT = { ground: 0, first: 1, roof: 2 }

export const ROOMS = Object.values(PLAN).flat()

/** Where a file lives: which part of the house, which room, and the path inside that room. */
export function whereIs(path) {
  const [, room, inside] = /^src\/modules\/([^/]+)\/(.+)$/.exec(path) ?? []
  if (room) return { part: 'modules', room, inside }
  const part = /^src\/(platform|web|commands)\//.exec(path)?.[1]
  if (part) return { part }
  if (path === 'src/main.ts') return { part: 'main' }
  return { part: path.startsWith('src/') ? 'top' : 'outside' }
}

/** Ground rooms may ask each other (cycles are judged apart); above them one only asks down. */
export function mayAsk(room, other) {
  const floor = (name) => Object.keys(PLAN).find((key) => PLAN[key].includes(name))
  const [from, to] = [floor(room), floor(other)]
  if (!from || !to) return false
  return HEIGHT[to] < HEIGHT[from] || (from === 'ground' && to === 'ground')
}
