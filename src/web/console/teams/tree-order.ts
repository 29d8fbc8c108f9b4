type Node = { id: string; parentId: string | null }

/** Each corps with its teams below it; a team whose corps is not on the list stands by itself. */
export function inTreeOrder<T extends Node>(items: readonly T[]): T[] {
  const ids = new Set(items.map(({ id }) => id))
  const tops = items.filter(({ parentId }) => parentId === null || !ids.has(parentId))
  return tops.flatMap((top) => [top, ...items.filter(({ parentId }) => parentId === top.id)])
}
