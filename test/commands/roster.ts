const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checked = (body: string) =>
  body + '10X98765432'[[...body].reduce((sum, digit, at) => sum + Number(digit) * (WEIGHTS[at] ?? 0), 0) % 11]

const GIVEN = [...'安邦昌达恩福刚海建杰康乐明宁平强仁顺泰伟文祥兴旭义永裕正志中']

/** A name for each number, no two the same. */
const nameOf = (at: number) =>
  `赵${GIVEN[Math.floor(at / 30) % 30]}${GIVEN[at % 30]}${at >= 900 ? GIVEN[Math.floor(at / 900)] : ''}`

const DAYS = 5_940 // until a day of birth comes again

/** A roster of up to 25,000 invented people of one unit, each with a name and a number of their own. */
export function roster(count: number, unit: string): Uint8Array {
  const lines = Array.from({ length: count }, (_, at) => {
    const day = `${1930 + (at % 20)}${String((at % 11) + 2).padStart(2, '0')}${String((at % 27) + 2).padStart(2, '0')}`
    const number = checked(`371424${day}${String(Math.floor(at / DAYS) + 1).padStart(2, '0')}${(at % 9) + 1}`)
    return `${nameOf(at)},${number},${unit},广场社区`
  })
  return Buffer.from(`姓名,身份证号,单位,社区\n${lines.join('\n')}\n`)
}
