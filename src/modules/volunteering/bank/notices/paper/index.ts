import { watermarkOf } from '#modules/accounts/index.ts'
import type { FileAnswer } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fileName } from '#platform/files.ts'
import { renderPaper } from '#platform/paper/index.ts'
import { siteOf } from '../../../certificates/printing/index.ts'
import { hoursWords } from '../../../certificates/rules.ts'
import { byPerson, FEW, type Group, type Line, type Sums, tellsOfPool, toldOf } from '../rules.ts'

type Head = {
  id: string
  place: string
  month: string
  issuer: string
  phone: string
  publishedOn: string
  untilOn: string
  pool: { in: number; out: number; balance: number } | null
}

const HEAD = ['时长', '入账积分', '兑换积分', '捐赠积分', '公益池送来']
const WIDTHS = [76, 54, 54, 54, 60]
const cells = ({ minutes, earned, redeemed, donated, granted }: Omit<Sums, 'people'>) => [
  hoursWords(minutes),
  String(earned),
  String(redeemed),
  String(donated),
  String(granted),
]

/** The paper for the wall: masked names only, and where to say that something is wrong. */
export async function printed(ctx: Ctx, head: Head, lines: readonly Line[]): Promise<FileAnswer> {
  const { place, month, issuer, phone } = head
  const told = toldOf(lines)
  const total = told.sums
  const group = (one: Group & { few: boolean }) => [one.name ?? '未登记', peopleIn(one), ...cells(one)]
  const teams = told.teams.map((one) => [one.name ?? '', peopleIn(one), hoursWords(one.minutes), `${one.earned}`])
  const bytes = await renderPaper({
    title: '志愿服务银行积分公示',
    lead: [
      `${place}　${month}`,
      `本月 ${total.people} 人入账服务时长 ${hoursWords(total.minutes)}、积分 ${total.earned} 分，兑换 ${total.redeemed} 分，捐赠公益池 ${total.donated} 分，公益池送给困难老人 ${total.granted} 分。${poolWords(tellsOfPool(lines) ? null : head.pool)}${told.few ? FEW_WORDS : ''}积分不是货币，不兑付现金；捐给公益池的积分由本县统一登记，不再属于个人，也不付给任何商户。`,
      `公示期：${head.publishedOn} 至 ${head.untilOn}。对公示有疑问或异议，请拨打 ${phone} 或到${issuer}当面提出，可以不署名；经核实有误的，撤下重新公示。`,
    ],
    parts: [
      {
        title: '按社区',
        head: ['社区', '人数', ...HEAD],
        widths: [0, 40, ...WIDTHS],
        rows: [...told.communities, { name: '合计', ...total, few: told.few }].map(group),
      },
      ...(teams.length
        ? [
            {
              title: '按服务队（兑换、捐赠由个人办理，不分到队）',
              head: ['服务队', '人数', '时长', '入账积分'],
              widths: [0, 40, 80, 70],
              rows: teams,
            },
          ]
        : []),
      {
        title: '个人（姓名已遮盖）',
        head: ['姓名', '社区', ...HEAD],
        widths: [60, 0, ...WIDTHS],
        rows: peopleOf(lines),
      },
      {
        title: '公示单位',
        rows: [
          ['公示单位（盖章）', issuer],
          ['联系电话', phone],
          ['公示日期', head.publishedOn],
        ],
      },
    ],
    qr: `${await siteOf(ctx)}/notice/${head.id}`,
    foot: await watermarkOf(ctx),
  })
  return { name: fileName(ctx, `积分公示 ${place} ${month}`, 'pdf'), mediaType: 'application/pdf', bytes }
}

const FEW_WORDS = `未列名不足 ${FEW} 人的社区，未列名的人不计入各项数字。`
const peopleIn = ({ people, few }: { people: number; few: boolean }) => (few ? `${people}*` : `${people}`)
const poolWords = (pool: Head['pool']) =>
  pool ? `全县公益池本月收到 ${pool.in} 分，送出 ${pool.out} 分，月末结余 ${pool.balance} 分。` : ''

function peopleOf(lines: readonly Line[]): string[][] {
  const { unnamed, few } = toldOf(lines)
  const named = byPerson(lines).flatMap((one) => (one.name ? [[one.name, one.community ?? '', ...cells(one)]] : []))
  const together = unnamed.people ? [[`未列名 ${unnamed.people} 人`, '', ...cells(unnamed)]] : []
  return [...named, ...together, ...(few ? [[`未列名不足 ${FEW} 人`, '', '—', '—', '—', '—', '—']] : [])]
}
