import { remembering } from '../remember.ts'
import { squeeze } from '../text.ts'

/** GB/T 3304 in the order of its codes, 01 to 56. */
const NATIONS =
  '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'

const CODES = new Map(NATIONS.split(' ').map((nation, index) => [nation, String(index + 1).padStart(2, '0')]))
const OTHERS = new Map([
  ['穿青人', '97'],
  ['其他', '97'],
  ['外国血统', '98'],
])

const readEthnicityOnce = remembering((text): string | undefined => {
  const bare = squeeze(text)
  const other = OTHERS.get(bare)
  if (other) return other
  if (/^\d\d$/.test(bare) && Number(bare) >= 1 && Number(bare) <= CODES.size) return bare
  return CODES.get(bare) ?? CODES.get(bare.replace(/(民族|族|民)$/, ''))
})

/** Code of GB/T 3304: 汉, 汉族, 回民 … */
export function readEthnicity(text: string): string | undefined {
  return readEthnicityOnce(text)
}
