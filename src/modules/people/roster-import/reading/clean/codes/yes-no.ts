import { squeeze } from '../text.ts'

const YES = /^(√|✓|✔|☑|●|■|对|是|有|1|y|yes|t|true|v)[.。]?$/i
const NO = /^(×|✗|✘|✕|✖|❌|☒|x|否|无|不是|非|没有|0|n|no|f|false)[.。]?$/i

/** A tick or a cross in a yes-or-no column. Empty, and anything else, is neither. */
export function readYesNo(text: string): boolean | undefined {
  const bare = squeeze(text)
  if (YES.test(bare)) return true
  return NO.test(bare) ? false : undefined
}
