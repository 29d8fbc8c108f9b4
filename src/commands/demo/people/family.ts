import type { Draft } from '#modules/people/index.ts'
import type { Chance } from '../chance.ts'
import { fullName, givenName, surnameOf } from '../names/index.ts'
import { landline, mobile } from '../numbers.ts'
import type { Profile } from './profile.ts'

type Around = Pick<Draft, 'phones' | 'contacts' | 'family'>
type Relative = NonNullable<Draft['family']>[number]
type Named = Profile & { name: string; isWidowed: boolean; childrenCount: number }

const unknown = {
  birthOn: null,
  isLiving: null,
  workUnit: null,
  health: null,
  phone: null,
  subsidyCents: null,
  linkedPersonId: null,
  note: null,
}
const CHILDRENS_UNITS = ['本县务农', '县人民医院', '个体经营', '济南某公司', '县第二中学', '德州市某机关', '在外地工作']
const SPOUSE = '1'
const SON = '2'
const DAUGHTER = '3'

/** Telephones, contacts and the closest family. Children bear their father's name. */
export function familyOf(chance: Chance, who: Named): Around {
  const spouse = spouseOf(chance, who)
  const children = childrenOf(chance, who, who.gender === '1' ? who.name : spouse.name)
  const [eldest, second] = children
  const ownMobile = who.age < 88 || chance.happens(0.4)
  const phones = [
    ...(ownMobile ? [{ number: mobile(chance), label: '本人' }] : []),
    ...(!ownMobile || chance.happens(0.18) ? [{ number: landline(chance), label: '住宅' }] : []),
    ...(eldest?.phone && chance.happens(0.3)
      ? [{ number: eldest.phone, label: eldest.relation === SON ? '子' : '女' }]
      : []),
  ]
  const contacts = [eldest, who.age >= 80 ? second : undefined].flatMap((child) =>
    child?.phone ? [{ relation: child.relation, name: child.name, landline: null, mobile: child.phone }] : [],
  )
  return { phones, contacts, family: [spouse, ...children] }
}

function spouseOf(chance: Chance, who: Named): Relative {
  const gender = who.gender === '1' ? '2' : '1'
  const year = Number(who.birthOn.slice(0, 4)) + (gender === '2' ? chance.int(0, 4) : chance.int(-4, 1))
  return {
    ...unknown,
    relation: SPOUSE,
    name: fullName(chance, { gender, year }),
    birthOn: String(year),
    isLiving: !who.isWidowed,
    health: who.isWidowed ? null : chance.pick(['良好', '一般', '高血压', null]),
    phone: !who.isWidowed && chance.happens(0.4) ? mobile(chance) : null,
  }
}

function childrenOf(chance: Chance, who: Named, father: string): Relative[] {
  const family = surnameOf(father)
  const first = Number(who.birthOn.slice(0, 4)) + chance.int(22, 28)
  return Array.from({ length: Math.min(2, who.childrenCount) }, (_, at) => {
    const gender = chance.pick(['1', '2'])
    const year = first + at * chance.int(2, 4)
    return {
      ...unknown,
      relation: gender === '1' ? SON : DAUGHTER,
      name: family + givenName(chance, { gender, year }),
      birthOn: String(year),
      isLiving: true,
      workUnit: chance.pick(CHILDRENS_UNITS),
      phone: chance.happens(0.9) ? mobile(chance) : null,
    }
  })
}
