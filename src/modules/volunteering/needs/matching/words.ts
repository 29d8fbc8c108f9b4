import type { Bilingual } from '#platform/words.ts'
import { halfDays, needKinds, type Skill, skills } from '../../codes/index.ts'

/** `for`: speaks for this helper; `against`: asks to think again; `note`: to be known. */
export type Reason = Bilingual & { speaks: 'for' | 'against' | 'note' }

export function skillReason(fitting: readonly Skill[]): Reason {
  const zh = fitting.map((one) => skills[one].zh).join('、')
  return { speaks: 'for', zh: `专长：${zh}`, en: `Skilled: ${fitting.map((one) => skills[one].en).join(', ')}` }
}
export const noSkillReason: Reason = { speaks: 'note', zh: '没有登记这方面的专长', en: 'No such skill registered' }
export const anySkillReason: Reason = { speaks: 'note', zh: '这类需求不限专长', en: 'Any skill will do' }

const NEAR = {
  building: { speaks: 'for', zh: '住同一栋楼', en: 'Lives in the same building' },
  grid: { speaks: 'for', zh: '住同一网格', en: 'Lives in the same grid' },
  community: { speaks: 'for', zh: '住同一社区', en: 'Lives in the same community' },
  street: { speaks: 'note', zh: '住同一街道', en: 'Lives in the same street' },
} as const satisfies Record<string, Reason>

export function nearReason(near: keyof typeof NEAR | 'far', km: number | null): Reason {
  if (near !== 'far') return NEAR[near]
  if (km === null) return { speaks: 'against', zh: '不在同一街道', en: 'Lives in another street' }
  return { speaks: 'against', zh: `住在别的街道，约 ${km} 公里`, en: `Lives in another street, about ${km} km away` }
}

const hours = (minutes: number) => Number((minutes / 60).toFixed(1))

export function loadReason({ load, limit, minutes }: { load: number; limit: number; minutes: number }): Reason {
  const [now, most] = [hours(load), hours(limit)]
  if (load + minutes > limit)
    return {
      speaks: 'against',
      zh: `近七天已有 ${now} 小时，再加就超过本人上限 ${most} 小时`,
      en: `${now} hours within seven days; this would pass their own limit of ${most}`,
    }
  if (load === 0) return { speaks: 'for', zh: '近七天没有安排', en: 'Nothing planned within seven days' }
  return {
    speaks: 'note',
    zh: `近七天已有 ${now} 小时，上限 ${most} 小时`,
    en: `${now} of ${most} hours planned within seven days`,
  }
}

export function timeReason(day: string, isFree: boolean): Reason {
  const { zh, en } = halfDays.get(`${day}_am`) ?? { zh: '', en: '' }
  return isFree
    ? { speaks: 'for', zh: `${zh.slice(0, 2)}有空`, en: `Free on ${en.slice(0, 3)}` }
    : { speaks: 'against', zh: `${zh.slice(0, 2)}没有登记空闲时间`, en: `Not free on ${en.slice(0, 3)} as registered` }
}

export function fieldReason(kind: keyof typeof needKinds, serves: boolean): Reason {
  const { zh, en } = needKinds[kind]
  return serves
    ? { speaks: 'for', zh: `服务内容包括${zh}`, en: `Serves: ${en}` }
    : { speaks: 'note', zh: `服务内容没有写${zh}`, en: `Does not name: ${en}` }
}

export function reachReason(near: 'here' | 'street' | 'far', place: string): Reason {
  if (near === 'here') return { speaks: 'for', zh: `服务范围是${place}`, en: `Serves ${place}` }
  if (near === 'street') return { speaks: 'note', zh: `同一街道（${place}）`, en: `Of the same street (${place})` }
  return { speaks: 'against', zh: `服务范围在${place}`, en: `Serves ${place}` }
}

export function handsReason(members: number, needs: number): Reason {
  if (members === 0) return { speaks: 'against', zh: '队里还没有队员', en: 'No members yet' }
  return {
    speaks: needs > members ? 'against' : 'note',
    zh: `${members} 名队员，手上 ${needs} 件需求`,
    en: `${members} members, ${needs} needs in hand`,
  }
}
