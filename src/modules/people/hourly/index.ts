const HOUR = 3_600_000

/** What was met in the last hour, for each name: when, by key. Kept by this process alone; a start begins anew. */
export function hourly(): (name: string, now: Date) => Map<string, number> {
  const met = new Map<string, Map<string, number>>()
  return (name, now) => {
    const own = met.get(name) ?? new Map<string, number>()
    for (const [key, at] of own) if (at <= now.getTime() - HOUR) own.delete(key)
    met.set(name, own)
    return own
  }
}
