export type Box = { x: number; y: number; width: number; height: number }
export type Sized<T> = { item: T; size: number }
export type Placed<T> = Box & { item: T }

/** Squarified treemap (Bruls et al. 2000). Blocks keep the order of their size; those of size 0 or less are left out. */
export function treemap<T>(sized: readonly Sized<T>[], box: Box): Placed<T>[] {
  const left = sized.filter((one) => one.size > 0).toSorted((a, b) => b.size - a.size)
  const total = left.reduce((sum, one) => sum + one.size, 0)
  const scale = total > 0 ? (box.width * box.height) / total : 0
  const areas = left.map(({ item, size }) => ({ item, size: size * scale }))
  const placed: Placed<T>[] = []
  let rest = box
  while (areas.length) {
    const row = takeRow(areas, Math.min(rest.width, rest.height))
    const sum = row.reduce((all, one) => all + one.size, 0)
    placed.push(...layRow(row, sum, rest))
    rest = without(rest, sum)
  }
  return placed
}

/** Takes blocks off the front as long as the row's worst shape gets better by it. */
function takeRow<T>(areas: Sized<T>[], side: number): Sized<T>[] {
  const row: Sized<T>[] = []
  let worst = Number.POSITIVE_INFINITY
  while (areas[0]) {
    const next = worstShape([...row, areas[0]], side)
    if (next > worst) break
    worst = next
    row.push(areas[0])
    areas.shift()
  }
  return row
}

/** The longest side against the shortest, of the least square block of a row. */
function worstShape(row: readonly Sized<unknown>[], side: number): number {
  const sum = row.reduce((all, one) => all + one.size, 0)
  const depth = sum / side
  return Math.max(...row.map(({ size }) => Math.max(depth / (size / depth), size / depth / depth)))
}

function layRow<T>(row: readonly Sized<T>[], sum: number, box: Box): Placed<T>[] {
  const isWide = box.width >= box.height
  const depth = sum / (isWide ? box.height : box.width)
  let at = isWide ? box.y : box.x
  return row.map(({ item, size }) => {
    const length = size / depth
    const placed = isWide
      ? { item, x: box.x, y: at, width: depth, height: length }
      : { item, x: at, y: box.y, width: length, height: depth }
    at += length
    return placed
  })
}

function without(box: Box, sum: number): Box {
  if (box.width >= box.height) {
    const depth = sum / box.height
    return { ...box, x: box.x + depth, width: box.width - depth }
  }
  const depth = sum / box.width
  return { ...box, y: box.y + depth, height: box.height - depth }
}
