import type { Bilingual } from '#platform/words.ts'

/** Why a whole file goes back, and what to do next. */
export const FILE_WORDS = {
  FILE_EMPTY: {
    zh: '文件里什么都没有。请确认选对了文件，在表格软件里打开看看，保存后重新上传。',
    en: 'The file is empty. Check that it is the right one, open it in your spreadsheet program, save it and upload it again.',
  },
  FILE_NOT_A_SPREADSHEET: {
    zh: '这不是表格文件（扩展名可能被改过）。请用 Excel 或 WPS 打开原来的花名册，另存为 .xlsx 后再上传。',
    en: 'This is not a spreadsheet (the extension may have been changed). Open the roster in Excel or WPS, save it as .xlsx and upload that.',
  },
  FILE_IS_A_DOCUMENT: {
    zh: '这是文字文档，不是表格。请把其中的花名册复制到 Excel 或 WPS 表格里，另存为 .xlsx 后再上传。',
    en: 'This is a text document, not a spreadsheet. Copy the roster into a spreadsheet, save it as .xlsx and upload that.',
  },
  FILE_IS_A_WEB_PAGE: {
    zh: '这个文件其实是网页或 XML，只是用了表格的扩展名。请用 Excel 或 WPS 打开它，另存为 .xlsx 后再上传。',
    en: 'This file is really a web page or XML under a spreadsheet’s name. Open it in Excel or WPS, save it as .xlsx and upload that.',
  },
  FILE_OTHER_FORMAT: {
    zh: '这种表格格式（.ods、.xlsb、Excel 5 以前的 .xls 或压缩包）不能直接读取。请用 Excel 或 WPS 打开，另存为 .xlsx 后再上传。',
    en: 'This format (.ods, .xlsb, .xls older than Excel 5, or an archive) cannot be read directly. Open it in Excel or WPS, save it as .xlsx and upload that.',
  },
  FILE_ENCRYPTED: {
    zh: '文件设有打开密码，无法读取。请用 Excel 或 WPS 打开，去掉密码后另存，再上传。',
    en: 'The file is protected by a password and cannot be read. Open it, remove the password, save it and upload it again.',
  },
  FILE_DAMAGED: {
    zh: '文件不完整或已损坏（可能没有传完）。请在表格软件里打开并另存一份，再上传。',
    en: 'The file is incomplete or damaged (perhaps it was not copied to the end). Open it, save a fresh copy and upload that.',
  },
  FILE_BOMB: {
    zh: '文件解开后大得不合常理，为安全起见没有读取。请只保留花名册的内容，复制到新表格里另存，再上传。',
    en: 'The file unpacks to an unreasonable size and was not read for safety. Copy the roster into a new workbook and upload that.',
  },
  FILE_TRICK: {
    zh: '文件里有正常表格不会有的内容（外部实体、越界路径或重叠的部分），为安全起见没有读取。请复制到新表格里另存，再上传。',
    en: 'The file holds things no ordinary workbook has (external entities, escaping paths or overlapping parts) and was not read. Copy the roster into a new workbook.',
  },
  FILE_TOO_MANY_SHEETS: {
    zh: '工作表太多（超过 5000 张）。请分成几个文件上传。',
    en: 'The workbook has too many sheets (more than 5,000). Split it into several files.',
  },
  FILE_TOO_WIDE: {
    zh: '有的行超过 1000 列，不像花名册。请删去多余的列后再上传。',
    en: 'Some rows have more than 1,000 columns, which is no roster. Delete the surplus columns and upload it again.',
  },
  FILE_TOO_LARGE: {
    zh: '内容太多（超过 60 万行或 1500 万格）。请按单位或街道分成几个文件上传。',
    en: 'There is too much in it (more than 600,000 rows or 15 million cells). Split it by unit or street.',
  },
  FILE_TOO_EMPTY: {
    zh: '文件里有大量只有格式、没有内容的空行。请删除花名册下方的空行（选中后“删除”），保存后再上传。',
    en: 'The file has a vast number of formatted rows without content. Delete the empty rows below the roster, save it and upload it again.',
  },
  FILE_SECRET: {
    zh: '文件里有密级标志（绝密、机密或秘密）。涉密内容不得进入本系统，已拒绝并删除上传的文件。请按保密规定处理原件并报告保密部门。',
    en: 'The file bears the marking of a state secret, which must not enter this system. It was refused and deleted. Handle the original by the rules of secrecy and tell the secrecy office.',
  },
  FILE_NO_ROSTER: {
    zh: '没有找到带“姓名”的表头，读不出花名册。请检查表头是否在表里，或者是否选错了文件。',
    en: 'No header row with a name column was found, so there is no roster to read. Check the header row, or whether it is the right file.',
  },
} as const satisfies Record<string, Bilingual>

export type FileRefusalCode = keyof typeof FILE_WORDS
