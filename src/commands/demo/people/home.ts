import type { FieldValues } from '#modules/people/index.ts'
import { type Chance, shares } from '../chance.ts'
import type { Home, Profile } from './profile.ts'

type Situation = { values: FieldValues; home: Home | null; isWidowed: boolean }

/** The older, the likelier a husband or wife has died. */
function widowed(chance: Chance, { age, gender }: Profile): boolean {
  const share = age < 70 ? 0.07 : age < 80 ? 0.18 : age < 90 ? 0.42 : 0.66
  return chance.happens(gender === '2' ? Math.min(0.9, share * 1.5) : share * 0.85)
}

const MARRIED = shares(
  'with_spouse 66, empty_nest 18.5, with_children 14.3, lives_alone 0.6, with_carer 0.3, care_home 0.3',
)
const ALONE = shares('with_children 53, lives_alone 40, with_carer 3.5, care_home 3.5')
const AWAY = ['济南市历下区', '德州市德城区', '青岛市市北区', '北京市丰台区', '天津市河西区']
const ESTATES = ['阳光花园', '榆荫小区', '洛源新村', '教师公寓', '幸福苑', '犁城家园', '金桥小区']
const SINCE_EIGHTY = 80

/** Where and with whom somebody lives. Two in a hundred live with their children in another city. */
export function homeOf(chance: Chance, who: Profile, homes: readonly (readonly [Home, number])[]): Situation {
  const isWidowed = widowed(chance, who)
  const isAway = chance.happens(0.02)
  const home = isAway ? null : chance.weighted(homes)
  const flags = [
    chance.weighted(isWidowed ? ALONE : MARRIED),
    ...(isAway ? ['lives_elsewhere'] : []),
    ...(who.age >= SINCE_EIGHTY ? ['advanced_age'] : []),
    ...(chance.happens(0.006) ? ['lost_only_child'] : []),
  ]
  const childrenCount = who.birthOn < '1958' ? chance.int(1, who.birthOn < '1940' ? 5 : 3) : chance.pick([1, 1, 1, 2])
  return {
    home,
    isWidowed,
    values: {
      marital: isWidowed ? '30' : chance.weighted(shares('21 93, 22 4, 40 2.4, 10 0.6')),
      address: home ? addressIn(chance, home) : `${chance.pick(AWAY)}${chance.pick(ESTATES)}${chance.int(1, 30)}号楼`,
      livingFlags: flags,
      childrenCount,
      housingM2: chance.int(60, 150),
    },
  }
}

function addressIn(chance: Chance, { community, building }: Home): string {
  if (building) return `${community}${building}${chance.int(1, 4)}单元${chance.int(1, 6)}0${chance.int(1, 2)}室`
  if (community.endsWith('村')) return `${community}${chance.int(1, 300)}号`
  return `${community}${chance.pick(ESTATES)}${chance.int(1, 24)}号楼${chance.int(1, 4)}单元${chance.int(1, 6)}0${chance.int(1, 2)}室`
}
