import type { Input, Output } from '#platform/contract.ts'
import type { Ctx } from '#platform/ctx.ts'
import { fileName } from '#platform/files.ts'
import { writeWorkbook } from '#platform/spreadsheet/workbook.ts'
import { catalogue } from '../../fields/index.ts'
import { purposeOf, purposeOfField, purposeOfTable } from '../registry/index.ts'
import type { contract } from './contract.ts'
import { basisWords, retentionWords, tableWords } from './words.ts'

type In = Input<(typeof contract)['exportPurposes']>

const WIDTHS = [26, 34, 14, 52, 30]

/** Why each field is kept, on what basis and how long (个人信息保护法 第十七条), as a file for the notice board or an inspection. */
export async function exportPurposes(ctx: Ctx, { lang }: In): Promise<Output<(typeof contract)['exportPurposes']>> {
  const line = (what: string, key: Parameters<typeof purposeOf>[0]) => {
    const purpose = purposeOf(key)
    const { basis, law, retention } = purpose
    return [what, purpose[lang], basisWords[basis][lang], law[lang], retentionWords(retention)[lang]]
  }
  const fields = catalogue.map((field) => line(field[lang], purposeOfField.get(field.key) ?? 'identify'))
  const beside = Object.entries(purposeOfTable).flatMap(([table, key]) => {
    const words = tableWords[table]
    return words ? [line(words[lang], key)] : []
  })
  const zh = lang === 'zh'
  const title = zh ? '个人信息处理目的、依据和保存期限' : 'Purposes, legal basis and retention of personal information'
  return {
    name: fileName(ctx, zh ? '个人信息处理目的' : 'purposes', 'xlsx'),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    bytes: await writeWorkbook([
      {
        name: zh ? '处理目的' : 'Purposes',
        title,
        header: zh ? ['项目', '目的', '依据', '法律条款', '保存期限'] : ['Item', 'Purpose', 'Basis', 'Law', 'Kept for'],
        rows: [...fields, line(photoWords[lang], 'photo'), ...beside],
        widths: WIDTHS,
      },
    ]),
  }
}

const photoWords = { zh: '照片', en: 'Photograph' }
