const SPREAD = 0x6d2b79f5
const RANGE = 2 ** 32

/** A stream of chance that is the same for the same seed, so that everybody's demonstration county is the same one. */
export class Chance {
  #state: number
  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 up to but without 1; mulberry32: one 32-bit word of state is plenty for some hundred thousand draws. */
  next(): number {
    this.#state = (this.#state + SPREAD) >>> 0
    let word = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1)
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61)
    return ((word ^ (word >>> 14)) >>> 0) / RANGE
  }

  int(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  happens(share: number): boolean {
    return this.next() < share
  }

  pick<T>(list: readonly T[]): T {
    const one = list[Math.floor(this.next() * list.length)]
    if (one === undefined) throw new RangeError('nothing to choose from')
    return one
  }

  weighted<T>(choices: readonly (readonly [T, number])[]): T {
    let left = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
    for (const [value, weight] of choices) {
      left -= weight
      if (left < 0) return value
    }
    return this.pick(choices)[0]
  }

  /** So many different ones of the list, in its order. */
  some<T>(list: readonly T[], count: number): T[] {
    const taken = new Set(this.shuffled(list.map((_, at) => at)).slice(0, count))
    return list.filter((_, at) => taken.has(at))
  }

  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((value) => ({ value, order: this.next() }))
      .sort((a, b) => a.order - b.order)
      .map(({ value }) => value)
  }
}

export function shares(text: string): (readonly [string, number])[] {
  return text.split(', ').map((part) => {
    const [choice = '', weight] = part.split(' ')
    return [choice, Number(weight)]
  })
}
