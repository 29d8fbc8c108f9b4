import { median, quantileOf } from './figures.ts'

export type Rate = { perSecond: number; p95: number }
export type Contender = (n: number) => Promise<unknown>

const ROUNDS = 5

/** Each round lets everyone do the same for a while, each round beginning with another, so that whatever else the machine does meets all alike. */
export async function inRounds<K extends string>(
  contenders: Readonly<Record<K, Contender>>,
  run: { atOnce: number; seconds: number },
): Promise<{ rates: Record<K, Rate>; ratioTo: (ours: K, other: K) => number }> {
  const names = Object.keys(contenders) as K[] // the record's own keys
  const times = new Map<K, number[][]>(names.map((name) => [name, []]))
  const counted = new Map<K, number>()
  for (let round = 0; round < ROUNDS; round++)
    for (const at of names.keys()) {
      const name = names[(at + round) % names.length] ?? names[at]
      if (name === undefined) continue
      const taken = await crowd(contenders[name], { ...run, from: counted.get(name) ?? 0 })
      counted.set(name, (counted.get(name) ?? 0) + taken.length)
      times.get(name)?.push(taken)
    }
  const perSecond = (name: K) => (times.get(name) ?? []).map((round) => round.length / run.seconds)
  const rates = Object.fromEntries(
    names.map((name) => {
      const all = (times.get(name) ?? []).flat()
      return [name, { perSecond: median(perSecond(name)), p95: quantileOf(all, 0.95) }]
    }),
  ) as Record<K, Rate> // one for each of the names
  const ratioTo = (ours: K, other: K) => {
    const others = perSecond(other)
    return median(perSecond(ours).map((rate, round) => rate / (others[round] ?? 0)))
  }
  return { rates, ratioTo }
}

type Crowd = { atOnce: number; seconds: number; from: number }

/** So many at once do it over and over; answers how long each took (ms). What was begun in time counts. */
async function crowd(work: Contender, { atOnce, seconds, from }: Crowd): Promise<number[]> {
  const until = performance.now() + seconds * 1000
  const times: number[] = []
  let n = from
  const one = async () => {
    while (performance.now() < until) {
      const at = performance.now()
      await work(n++)
      times.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return times
}
