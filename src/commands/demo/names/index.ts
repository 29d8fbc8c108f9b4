import type { Chance } from '../chance.ts'
import { eras } from './given-names.ts'
import { surnames } from './surnames.ts'

const doubled = surnames.map(([name]) => name).filter((name) => name.length > 1)

export function surnameOf(name: string): string {
  return doubled.find((one) => name.startsWith(one)) ?? name.slice(0, 1)
}

/** A name as parents gave it in that year; one in eight has a single character. */
export function givenName(chance: Chance, { gender, year }: { gender: string; year: number }): string {
  const era = eras.find(({ until }) => year <= until)
  const given = gender === '2' ? era?.female : era?.male
  if (!given) throw new RangeError('no names of that time')
  if (chance.happens(1 / 8)) return chance.pick([...given.single])
  return chance.pick([...given.first]) + chance.pick([...given.last])
}

export function fullName(chance: Chance, who: { gender: string; year: number }): string {
  return chance.weighted(surnames) + givenName(chance, who)
}
