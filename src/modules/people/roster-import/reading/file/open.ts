import type { Book } from './book.ts'
import { openCsv } from './csv/open-csv.ts'
import { RefusedFile, refuseFile } from './refusal.ts'
import { sniff } from './sniff.ts'
import { openXls } from './xls/open-xls.ts'
import { openXlsx } from './xlsx/open-xlsx.ts'

async function opened(bytes: Uint8Array): Promise<Book> {
  switch (sniff(bytes)) {
    case 'empty':
      return refuseFile('FILE_EMPTY')
    case 'zip':
      return await openXlsx(bytes)
    case 'ole':
    case 'biff':
      return openXls(bytes)
    case 'markup':
      return refuseFile('FILE_IS_A_WEB_PAGE')
    case 'binary':
      return refuseFile('FILE_NOT_A_SPREADSHEET')
    default:
      return openCsv(bytes)
  }
}

/** Opens a roster of any accepted kind, or throws `RefusedFile` with the reason. Nothing in the file is ever run. */
export async function openBook(bytes: Uint8Array): Promise<Book> {
  try {
    return await opened(bytes)
  } catch (cause) {
    // What points outside the file, or asks for more memory than there is, is damage.
    throw cause instanceof RangeError ? new RefusedFile('FILE_DAMAGED') : cause
  }
}
