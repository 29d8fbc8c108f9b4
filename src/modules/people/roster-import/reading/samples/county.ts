import { checkCharacter } from '../clean/identity/id-number.ts'
import { type Directory, directoryFrom } from '../directory/directory.ts'

/** An invented county. 联社 is short for two units, and two streets have a 王家村. */
export const county: Directory = directoryFrom({
  units: [
    { code: 'Q01', name: '中共青河县委老干部局', short: ['县委老干部局', '老干部局'] },
    { code: 'Q02', name: '青河县教育局', short: ['县教育局', '教育局'], former: ['教育委员会', '教委'] },
    { code: 'Q03', name: '青河县人大常委会办公室', short: ['县人大办', '县人大', '人大'] },
    { code: 'Q04', name: '青河县供销合作社联合社', short: ['县供销社', '联社'] },
    { code: 'Q05', name: '青河县信用联社', short: ['信用联社', '联社'] },
    { code: 'Q06', name: '青河县第一中学', short: ['青河一中', '一中'] },
    { code: 'Q07', name: '青河县棉纺织厂', short: ['县棉纺厂'], former: ['纺织厂'] },
    { code: 'Q08', name: '青河县东关街道办事处', short: ['东关街道', '东关街道办'] },
  ],
  places: {
    county: { code: '379900', name: '青河县' },
    streets: [
      {
        code: '379900001',
        name: '东关街道',
        communities: [
          { code: '379900001001', name: '槐树社区居民委员会', short: '槐树社区' },
          { code: '379900001002', name: '王家村村民委员会', short: '王家村' },
          { code: '379900001003', name: '大王家村村民委员会', short: '大王家村' },
        ],
      },
      {
        code: '379900100',
        name: '柳林镇',
        communities: [
          { code: '379900100001', name: '王家村村民委员会', short: '王家村' },
          { code: '379900100002', name: '双河村村民委员会', short: '双河村' },
        ],
      },
    ],
    old_names: { 城关镇: '东关街道' },
  },
})

/** A number with a right check character: eight digits of birth, then an odd (man) or even (woman) serial number. */
export function idNumber(birth: string, serial = 151): string {
  const digits = `379900${birth}${String(serial).padStart(3, '0')}`
  return digits + checkCharacter(digits)
}
