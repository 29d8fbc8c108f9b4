import { importsOf } from '../imports.mjs'
import { isCode, isTest } from '../tree.mjs'
import { roomCycles } from './cycles.mjs'
import { ROOMS, whereIs } from './floors.mjs'
import { purity } from './purity.mjs'
import { brokenPackage, brokenWall } from './walls.mjs'

function unresolved(tree, edge) {
  const ours = edge.to !== null && isCode(edge.to)
  return ours && !tree.has(edge.to) ? 'no such file' : null
}

/** A face says what it gives: with `export *` nobody knows, and every new export of the file behind it is public. */
function veiledFaces(tree) {
  const faces = tree.files.filter((path) => /^src\/modules\/.*\/index\.ts$/.test(path))
  return faces.flatMap((path) => {
    const { module, line } = tree.source(path)
    const veiled = module.staticExports.filter(({ entries }) =>
      entries.some((one) => one.importName.kind === 'AllButDefault'),
    )
    return veiled.map(({ start }) => `${path}:${line(start)} a face names what it exports: no “export *”`)
  })
}

/** Who may import whom: the walls between platform, rooms, floors and pages. */
export function layers(tree) {
  const failures = []
  const edges = []
  for (const path of tree.files.filter((one) => isCode(one) && one.startsWith('src/'))) {
    const { room } = whereIs(path)
    for (const edge of importsOf(tree, path)) {
      if (edge.to !== null && !isTest(path)) edges.push(edge)
      const broken = edge.to === null ? brokenPackage(edge) : (unresolved(tree, edge) ?? brokenWall(edge))
      if (broken) failures.push(`${path}:${edge.line} ${edge.specifier}: ${broken}`)
    }
    if (room && !ROOMS.includes(room))
      failures.push(`${path}:1 ${room} is not a room of the plan (scripts/gates/layers/floors.mjs)`)
  }
  const asked = edges.filter((edge) => whereIs(edge.to).room && whereIs(edge.from).room !== whereIs(edge.to).room)
  failures.push(...veiledFaces(tree), ...roomCycles(edges), ...purity(tree))
  return { failures, figures: [`${edges.length} imports, ${asked.length} into rooms`] }
}
