import type { House } from '#platform/house/house.ts'
import { countiesOf } from '#platform/house/jobs.ts'
import { ensure, refusal } from '#platform/refuse.ts'

const notSetUp = refusal('setup.needed', 409, () => ({
  zh: '还没有设置县。请先运行 sangyu start，打开它给出的网址完成首次设置。',
  en: 'No county is set up. Run sangyu start first and open the address it gives.',
}))
const noSuchCounty = refusal('county.unknown', 404, (p: { counties: number[] }) => ({
  zh: `这里没有这个县。已设置的县：${p.counties.join('、')}。`,
  en: `There is no such county here. Set up: ${p.counties.join(', ')}.`,
}))

export async function countyOf(house: House, asked: string | undefined): Promise<number> {
  const counties = await countiesOf(house)
  const [first] = counties
  ensure(first !== undefined, notSetUp)
  const county = asked === undefined ? first : Number(asked)
  ensure(counties.includes(county), () => noSuchCounty({ counties }))
  return county
}
