import type { FieldValues } from '#modules/people/index.ts'
import { type Chance, shares } from '../chance.ts'
import type { Profile } from './profile.ts'

type Weights = readonly (readonly [code: string, weight: number])[]

/** GB/T 2261.3 by age: before seventy most are well, past ninety few. */
const HEALTH: readonly (readonly [until: number, Weights])[] = [
  [70, shares('10 60, 20 15, 30 10, 31 7, 32 3, 37 4, 41 0.7, 64 0.3')],
  [80, shares('10 42, 20 24, 30 13, 31 10, 32 5, 37 4.5, 41 1, 64 0.5')],
  [90, shares('10 20, 20 36, 30 14, 31 14, 32 9, 37 4, 41 2, 64 1')],
  [999, shares('10 8, 20 46, 30 12, 31 17, 32 12, 37 2, 41 2, 64 1')],
]
/** 既往史 by the health code it explains. */
const CHRONIC: Record<string, readonly string[]> = {
  '10': [],
  '20': ['2'],
  '30': ['2', '13'],
  '31': ['2', '4'],
  '32': ['2', '7'],
  '37': ['3'],
  '41': ['6'],
  '64': ['13'],
}
const HOSPITALS = ['临邑县人民医院', '临邑县中医院', '德州市人民医院', '临邑县德平镇中心卫生院']
const MEDICINES = [
  '苯磺酸氨氯地平片 每日一次',
  '二甲双胍片 每日两次',
  '阿司匹林肠溶片 每日一次',
  '阿托伐他汀钙片 每晚一次',
]
const ASSESSED_FROM = 80

/** Health in short, and whoever is past eighty or needs help has been assessed by GB/T 42195. */
export function healthOf(chance: Chance, who: Profile, day: string): { values: FieldValues; flags: string[] } {
  const weights = HEALTH.find(([until]) => who.age < until)?.[1] ?? []
  const health = chance.weighted(weights)
  const isDependent = chance.happens(who.age >= 90 ? 0.1 : who.age >= 80 ? 0.05 : 0.006)
  const isPartly = !isDependent && chance.happens(who.age >= 80 ? 0.12 : 0.008)
  const ability = isDependent ? chance.pick(['3', '4']) : isPartly ? '2' : chance.pick(['0', '0', '1'])
  const isAssessed = who.age >= ASSESSED_FROM || isDependent || isPartly
  const year = Number(day.slice(0, 4)) - chance.int(0, 2)
  return {
    flags: isDependent ? ['dependent'] : isPartly ? ['partly_dependent'] : [],
    values: {
      health,
      chronicCodes: [...(CHRONIC[health] ?? [])],
      hospitalPrimary: chance.pick(HOSPITALS),
      hospitalNearby: chance.happens(0.5) ? chance.pick(HOSPITALS) : null,
      longTermMedicine: health === '10' || health === '20' ? null : chance.pick(MEDICINES),
      ...(isAssessed ? { ability, abilityAssessedOn: `${year}-0${chance.int(1, 9)}` } : {}),
      ...(who.kind === 'lixiu' ? { careCardNo: `L${chance.int(10_000, 99_999)}` } : {}),
    },
  }
}
