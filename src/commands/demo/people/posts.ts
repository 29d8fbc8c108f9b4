import type { Chance } from '../chance.ts'
import type { Profile } from './profile.ts'

const ORGAN_POSTS: Record<string, readonly string[]> = {
  '131': ['主任', '主席', '调研员'],
  '132': ['副主任', '副主席', '副县级干部', '副调研员'],
  '141': ['局长', '主任', '党组书记', '主任科员'],
  '142': ['副局长', '副主任', '纪检组长', '副主任科员', '工会主席'],
  '150': ['科员', '办公室主任', '股长'],
  '160': ['办事员'],
}
const SCHOOL = ['教师', '教师', '教师', '教师', '教导主任', '总务主任', '副校长', '校长', '会计']
const HOSPITAL = ['医师', '医师', '护士', '护士长', '科主任', '药剂师', '检验师', '副院长', '会计']
const OFFICE = ['干部', '干部', '技术员', '会计', '站长', '办公室主任', '副主任']
const FACTORY = ['干部', '车间主任', '会计', '工会主席', '副厂长', '科长', '业务员']

export function postOf(chance: Chance, { unit, nature }: Profile, rank: string): string {
  if (nature === 'organ') return chance.pick(ORGAN_POSTS[rank] ?? ['科员'])
  if (nature === 'enterprise') return chance.pick(FACTORY)
  if (unit.kind === 'school') return chance.pick(SCHOOL)
  return chance.pick(unit.kind === 'hospital' ? HOSPITAL : OFFICE)
}

const TEACHING = ['小学高级教师', '小学高级教师', '小学一级教师', '中学一级教师', '中学高级教师', '中学二级教师']
const HEALING = ['主治医师', '副主任医师', '医师', '主管护师', '护师', '主管药师']
const OTHERS = ['工程师', '助理工程师', '会计师', '助理会计师', '农艺师', '高级农艺师', '经济师']

/** 职称: hardly anybody in an organ has one, nearly every teacher and doctor has. */
export function titleOf(chance: Chance, { unit, nature }: Profile): string | null {
  if (nature === 'organ') return chance.happens(0.04) ? chance.pick(OTHERS) : null
  if (unit.kind === 'school') return chance.happens(0.88) ? chance.pick(TEACHING) : null
  if (unit.kind === 'hospital') return chance.happens(0.85) ? chance.pick(HEALING) : null
  return chance.happens(0.45) ? chance.pick(OTHERS) : null
}
