import { refusal } from '../refuse.ts'

export const unreadableSheet = refusal('spreadsheet.unreadable', 422, () => ({
  zh: '无法读取这个文件。请用 Excel 或 WPS 打开，另存为 .xlsx 或 .csv 后再上传。',
  en: 'This file cannot be read. Open it in Excel or WPS, save it as .xlsx or .csv and upload that.',
}))
export const tooManyRows = refusal('spreadsheet.too_long', 422, (p: { most: number }) => ({
  zh: `表格超过 ${p.most} 行，请分成几份上传。`,
  en: `The table has more than ${p.most} rows; upload it in parts.`,
}))
