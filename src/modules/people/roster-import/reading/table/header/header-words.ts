import { columnLabel, OWN } from '../../clean/contact/phone-label.ts'
import { flagOfHeader } from '../../clean/office/flags.ts'
import { remembering } from '../../clean/remember.ts'
import { squeeze } from '../../clean/text.ts'
import type { Field } from './fields.ts'

export type HeaderGuess = { field: Field; confidence: number }

/** Headers as offices write them, brackets gone. */
const WORDS: Record<Exclude<Field, 'flag'>, string> = {
  name: '姓名 名字 老干部 老同志 人员姓名 干部姓名 老干部姓名 教师姓名 职工姓名 离退休干部姓名 离休干部姓名 退休干部姓名 本人姓名 姓名及曾用名',
  former_name: '曾用名 原名 又名 别名',
  gender: '性别 男女 男/女 性別',
  birth:
    '出生年月 出生日期 出生时间 生日 出生年月日 出生 出生年 生年月日 诞辰 出生年份 档案出生年月 出生年月时间 公历生日',
  age: '年龄 周岁 岁数 虚岁 实足年龄 年纪 现年',
  id: '身份证号 身份证号码 身份证 公民身份号码 公民身份证号 公民身份证号码 居民身份证号 居民身份证号码 证件号码 证件号 身份证件号码 身份号码 身份证编号 18位身份证号',
  ethnicity: '民族 族别',
  native_place: '籍贯 原籍 祖籍 出生地',
  political: '政治面貌 政治面目 党派 面貌 政治身份 政治状况',
  party_member: '是否党员 党员 党员否 是否中共党员 中共党员 是否为党员 是否共产党员',
  party_date: '入党时间 入党年月 入党日期 加入中共时间 入党 参加党派时间 加入党派时间',
  education: '文化程度 学历 最高学历 受教育程度 学历学位 文化 文化水平 教育程度',
  title: '职称 技术职称 专业技术职务 专业技术职称 技术职务 职称等级 专业职称 技术等级 专业技术资格',
  kind: '人员类别 类别 离/退 离退休类别 离退 类型 人员类型 离退休类型 离休/退休 离休或退休 离退类别 干部类别 人员性质 离退休性质 离退休情况 离退休 身份类别 离/退休 人员身份 离退休形式',
  post: '职务 原职务 原任职务 职务级别 职务职级 离退休前职务 退休前职务 退休时职务 离退休时职务 原任职 曾任职务 行政职务 职务及级别 职务、级别 职务/级别 职务或职称 离退休职务 原职务级别 岗位 现任职务 退休职务 工作岗位 职务层次及职务',
  unit_post:
    '单位及职务 原工作单位及职务 原单位职务 工作单位及职务 单位职务 单位和职务 原单位及职务 单位、职务 单位/职务 原工作单位职务 原任职单位及职务 原工作单位和职务 退休前单位及职务 离退休前单位及职务 离退休时单位及职务 退休时单位及职务 工作单位职务 原单位和职务',
  rank: '级别 职级 行政级别 退休时职级 职务层次 干部级别 离退休时级别 退休级别 退休时级别 离退休职级 原级别 原职级 离退休级别 职别',
  treatment:
    '现享受待遇 享受待遇 待遇 待遇级别 现享受待遇级别 享受级别 现待遇 享受何种待遇 享受待遇级别 现享受何级待遇 政治生活待遇 生活待遇 现享受级别 享受职级待遇',
  unit: '单位 工作单位 原单位 原工作单位 单位全称 单位名称 所属单位 所在单位 隶属单位 离退休单位 退休单位 学校 所在学校 学校名称 原所在单位 退休前单位 离退休前单位 退休前工作单位 离退休前工作单位 退休时单位 离退休时单位 管理单位 主管单位 现管单位 现工作单位 部门 原属单位 工作单位全称',
  nature: '单位性质 原单位性质 性质 单位类别 单位类型',
  work_start:
    '参加工作时间 参加革命工作时间 参加革命时间 工作时间 参工时间 参加工作 参加工作年月 参加革命工作年月 参加工作日期 参加革命工作 参加革命年月 参加革命工作日期 参加革命日期 参工年月 何时参加工作 何时参加革命工作',
  retire_date:
    '离退休时间 退休时间 离休时间 离退休年月 退休年月 离休年月 办理离退休时间 离退时间 退休日期 离休日期 离退休日期 批准退休时间 离(退)休时间 离/退休时间 离、退休时间 办理退休时间 何时离退休 退休 离休',
  death_date: '去世时间 死亡时间 逝世时间 病故时间 离世时间 去世日期 死亡日期 逝世日期 去世年月 病故日期 死亡年月',
  alive: '是否健在 健在 健在情况 健在否 存殁情况 是否在世 生存状态 人员状态 健在/已故 状态',
  street:
    '街道 乡镇 镇街 街镇 所属街道 乡镇街道 所在乡镇 所在街道 街道乡镇 乡镇/街道 街道/乡镇 街道办事处 现居住街道 居住街道 乡镇办 镇街道 所属镇街',
  community:
    '社区 所属社区 居住社区 现居住社区 所在社区 村居 村/社区 社区/村 村社区 居委会 组织区域 所属区域 居住地社区 社区名称 社区村 社区居委会 现住社区 区域 所属村居 村居社区 村 居住村居 管理社区 报到社区 居住区域 所属社区村',
  address:
    '家庭住址 住址 地址 现住址 现居住地址 家庭地址 居住地址 详细地址 楼号 门牌号 现住地 居住地 住所 通讯地址 常住地址 现家庭住址 详细住址 家庭详细住址 现居住地 居住地点 家庭居住地址 通信地址 小区楼号 小区及楼号 楼栋门牌 小区 现住地址 房号 楼房号 住处 具体住址 现详细住址',
  phone:
    '电话 联系电话 手机 手机号 手机号码 联系方式 手机/联系方式 本人电话 移动电话 电话号码 联系号码 住宅电话 家庭电话 宅电 固定电话 座机 固话 本人手机 本人联系电话 联系电话/手机 手机或电话 联络电话 电话/手机 办公电话 家中电话 通讯方式',
  living:
    '居住状况 居住情况 居住状态 居住方式 家庭居住情况 家庭状况 生活居住情况 现居住情况 现居住状况 居住形式 养老方式',
  health: '健康状况 身体状况 健康情况 身体情况 身体健康状况 健康状态 健康 身体 身体健康情况',
  pension:
    '月离退休费 月退休费 离退休费 养老金 月收入 退休金 工资 月养老金 基本退休费 离休费 退休费 月工资 月离休费 工资收入 月收入总额 离退休金 月基本养老金 退休工资 月退休金 月离退休金 现月工资 离退休工资 每月养老金',
  remark: '备注 说明 附注 备考 其他 注 其它 备注说明 其他情况 需要说明的情况 情况说明 备注情况',
  relation: '与离休干部关系 与死者关系 与本人关系 与干部关系 关系 与老干部关系 与户主关系 称谓',
  number: '序号 编号 序 号 顺序号 顺序 № no 序列 行号 档案号 总序号 人员编号',
  ignored:
    '照片 相片 配偶 子女 联系人 爱人 老伴 家庭成员 家庭主要成员 党龄 工龄 子女数 兴趣爱好 爱好 特长 医保号 婚姻状况 户籍地址 户籍地 户口所在地 户籍 填表日期 填表时间 邮编 邮政编码 党支部 所在党支部 所属党支部 组织关系 签名 签字 医疗待遇 享受医疗待遇 批准文号 文号 批准时间 采集人 银行卡号 卡号 工资卡号 社保号 保健证号 紧急联系人 家属 监护人',
}

/** Tried in order when no word fits; the first that matches counts. */
const PATTERNS: [RegExp, Field][] = [
  [/(照片|血型|党支部|组织关系|医疗|银行|卡号|邮编|文号|批准|签|户籍|户口)/, 'ignored'],
  [/曾用名|原名|又名/, 'former_name'],
  [/姓名|名字/, 'name'],
  [/性别/, 'gender'],
  [/身份证|身份号/, 'id'],
  [/去世|死亡|逝世|病故|离世/, 'death_date'],
  [/健在|在世/, 'alive'],
  [/入党|加入.*(党|中共)/, 'party_date'],
  [/是否.*党员|党员$/, 'party_member'],
  [/政治面|党派/, 'political'],
  [/出生|生日|诞辰/, 'birth'],
  [/年龄|周岁/, 'age'],
  [/民族/, 'ethnicity'],
  [/籍贯|祖籍/, 'native_place'],
  [/学历|文化程度|教育程度/, 'education'],
  [/职称|技术职务|专业技术/, 'title'],
  [/单位性质/, 'nature'],
  [/(享受|现).*(待遇|级别|职级)|待遇$/, 'treatment'],
  [/(单位|学校).*职务/, 'unit_post'],
  [/职务/, 'post'],
  [/(级别|职级)/, 'rank'],
  [/参加(革命)?(工作)?.*(时间|年月|日期)|参加(革命|工作)|参工/, 'work_start'],
  [/[离退]休.*(时间|年月|日期)/, 'retire_date'],
  [/(人员|干部|离退休|离退)(类别|类型|性质)|离.?退休?类/, 'kind'],
  [/(离|退)休(费|金|工资)|养老金|月收入|工资/, 'pension'],
  [/居住(状况|情况|状态|方式|类型|类别)|独居|空巢|失独|失能/, 'living'],
  [/健康|身体/, 'health'],
  [/(电话|手机|联系方式|联系号码|宅电|座机|固话)/, 'phone'],
  [/街道.*社区|乡镇.*村|社区|村居|居委会/, 'community'],
  [/街道|乡镇/, 'street'],
  [/住址|地址|楼号|门牌/, 'address'],
  [/单位/, 'unit'],
  [/备注|说明/, 'remark'],
]

/** Columns about somebody else never make a second person; only their telephones are of use. */
const SOMEBODY_ELSE =
  /配偶|老伴|爱人|妻子|丈夫|子女|儿女|儿子|女儿|长子|长女|次子|次女|联系人|联络人|联络员|家属|亲属|亲友|监护人|父亲|母亲|保姆|养老护理员|填表|填报人|经办|负责人|责任人|包保|联系领导|志愿者|医生|网格员/
const TELEPHONE = /电话|手机|联系方式|号码$/
const IDENTITY = /身份证|证件|姓名.*电话/

const EXACT = new Map(
  Object.entries(WORDS).flatMap(
    ([field, words]) => words.split(' ').map((word) => [word, field as Field] as const), // the keys are fields
  ),
)

function withoutBrackets(header: string): string {
  return header.replace(/[(（【[].*?[)）】\]]/g, '').replace(/[*※:：?？]|\.$/g, '')
}

function guess(header: string): HeaderGuess | undefined {
  const bare = withoutBrackets(header)
  const exact = EXACT.get(bare) ?? EXACT.get(header)
  if (exact) return { field: exact, confidence: 1 }
  if (SOMEBODY_ELSE.test(bare)) {
    const isPhone = TELEPHONE.test(bare) && !IDENTITY.test(bare)
    return isPhone && columnLabel(bare) !== OWN
      ? { field: 'phone', confidence: 0.9 }
      : { field: 'ignored', confidence: 0.9 }
  }
  if (flagOfHeader(bare)) return { field: 'flag', confidence: 0.9 }
  if (bare === '' || bare.length > 16) return undefined
  const pattern = PATTERNS.find(([wanted]) => wanted.test(bare))
  if (pattern) return { field: pattern[1], confidence: 0.8 }
  const inside = /[(（](.*)[)）]/.exec(header)?.[1]
  const within = inside === undefined ? undefined : EXACT.get(inside)
  return within ? { field: within, confidence: 0.6 } : undefined
}

const guessOnce = remembering((text) => guess(squeeze(text).toLowerCase()))

/** What a header's words mean, whatever spaces, brackets and stars stand in it. */
export function guessHeader(text: string): HeaderGuess | undefined {
  return text.length > 60 ? undefined : guessOnce(text)
}
