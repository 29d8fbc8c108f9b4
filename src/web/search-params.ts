type Search = Record<string, unknown>

/** Reads the address of a list: anything that does not fit is as if it were not there, so an old link still opens. */
export const param = {
  text: (search: Search, key: string): string | undefined => {
    const value = search[key]
    return typeof value === 'string' && value !== '' ? value : undefined
  },
  count: (search: Search, key: string): number | undefined => {
    const value = Number(search[key])
    return search[key] !== undefined && Number.isInteger(value) && value >= 0 ? value : undefined
  },
  yes: (search: Search, key: string): true | undefined =>
    search[key] === '1' || search[key] === true ? true : undefined,
  oneOf: <T extends string>(search: Search, key: string, values: readonly T[]): T | undefined =>
    values.find((value) => value === search[key]),
}

/** `?q=371` stays the text 371: an address holds plain text, one value a key. */
export function parseSearch(text: string): Search {
  return Object.fromEntries(new URLSearchParams(text))
}

export function stringifySearch(search: Search): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(search)) {
    const text = asText(value)
    if (text !== undefined) query.set(key, text)
  }
  return query.size ? `?${query}` : ''
}

function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value || undefined
  if (typeof value === 'number') return String(value)
  if (value === true) return '1'
  return value ? JSON.stringify(value) : undefined
}
