import { officeDay, officeTime } from '#platform/clock.ts'
import type { FileAnswer } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { renderPaper } from '#platform/paper/index.ts'
import { writeWorkbook } from '#platform/spreadsheet/workbook.ts'
import type { Settlement } from '../rows/index.ts'
import { settlementStates } from '../words.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const HEAD = ['时间', '项目', '数量', '姓名', '摘要', '积分']
const WIDTHS = [18, 26, 8, 12, 10, 10]

const minute = (at: string) => `${officeDay(new Date(at))} ${officeTime(new Date(at))}`

function cellsOf({ lines }: Settlement): (string | number)[][] {
  return lines.map(({ at, item, quantity, name, kind, points, isStruck }) => [
    minute(at),
    item,
    quantity,
    name,
    isStruck ? '核销（异议成立，已冲正，不计付）' : kind === 'redeemed' ? '核销' : '冲正',
    kind === 'redeemed' ? points : -points,
  ])
}

/** A settlement as a sheet to work on or a paper to sign. */
export async function fileOf(ctx: Ctx, settlement: Settlement, format: 'xlsx' | 'pdf'): Promise<FileAnswer> {
  const { partner, month, opening, redeemed, reversed, paidBefore, closing, due, status, voucher, version } = settlement
  const edition = version > 1 ? `　第 ${version} 版（更正）` : ''
  const title = `志愿服务银行结算单　${partner}　${month}${edition}`
  const sums = `期初 ${opening}，本月核销 ${redeemed}，冲正 ${reversed}，本月已付 ${paidBefore}，期末 ${closing}；本单应付 ${due} 分`
  const state = `${settlementStates[status].zh}${voucher ? `，凭证号 ${voucher}` : ''}`
  const name = `结算单-${partner}-${month}.${format}`
  const rows = cellsOf(settlement)
  if (format === 'xlsx') {
    const note = `${sums}。状态：${state}。积分不是货币，不兑付现金。`
    const total = ['合计', '', '', '', '', redeemed - reversed]
    const sheet = { name: month, title, note, header: HEAD, rows: [...rows, total], strong: new Set([rows.length]) }
    return { name, mediaType: XLSX, bytes: await writeWorkbook([{ ...sheet, widths: WIDTHS }]) }
  }
  const foot = `${ctx.actor.name}　${minute(ctx.now.toISOString())}`
  const text = rows.map((row) => row.map(String))
  const signed = [['商户确认（签章）', '', '经办', '', '审核', '']]
  const bytes = await renderPaper({
    title,
    lead: [`${sums}。`, `状态：${state}。`],
    parts: [
      {
        title: '逐笔明细',
        head: HEAD,
        widths: WIDTHS,
        rows: text.length ? text : [['本月没有核销', '', '', '', '', '']],
      },
      { title: '签字', rows: signed },
    ],
    foot,
  })
  return { name, mediaType: 'application/pdf', bytes }
}
