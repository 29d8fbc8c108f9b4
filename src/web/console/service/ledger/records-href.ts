type Month = { from: string; to: string }
type Which = { standing?: string; stoodAt?: string; changedAfter?: string }

/** The list of the records that a figure of the book counts. */
export function recordsHref({ from, to }: Month, place: string | undefined, which: Which): string {
  return `/service/records?${new URLSearchParams({ ...(place ? { under: place } : {}), from, to, ...which })}`
}
