type Navigate<S> = (to: { search: (old: S) => S; replace: boolean }) => Promise<void>

/** What a list is asked, as its address says: a filter replaces it and goes back to the first page, a turned page is a step. */
export function useAddress<S extends object>(
  search: S,
  navigate: Navigate<NoInfer<S>>,
  /** What is chosen elsewhere: no filter, so clearing leaves it. */
  kept: readonly (keyof NoInfer<S>)[] = [],
) {
  const go = (next: (old: S) => S, replace = true) => {
    navigate({ search: next, replace }).catch(() => undefined)
  }
  const filters = Object.keys(search).filter((key) => key !== 'offset' && !kept.some((one) => one === key))
  const isFiltered = filters.some((key) => search[key as keyof S] !== undefined) // a key of this very search
  const none = Object.fromEntries(filters.map((key) => [key, undefined]))
  return {
    search,
    isFiltered,
    change: (part: Partial<S>) => go((old) => ({ ...old, offset: undefined, ...part })),
    /** For the bar of filters: there only while something can be cleared. */
    clear: isFiltered ? () => go((old) => ({ ...old, ...none, offset: undefined })) : undefined,
    pageOf: (limit: number) => ({
      offset: 'offset' in search ? Number(search.offset ?? 0) : 0,
      limit,
      onTurn: (offset: number) => go((old) => ({ ...old, offset: offset || undefined }), false),
    }),
  }
}
