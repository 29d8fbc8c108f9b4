import { refusal } from '../refuse.ts'

/** Beside their star, as GB/T 9704-2012 7.2.2 prints them (机密★1年), also set apart. The words alone are ordinary: a post in a 机要局 is none of these. */
const STARRED = /[绝機机秘][\s\u3000]*密[\s\u3000]*(?:级[\s\u3000]*)?[★☆]/u
/** In a cell or a line by itself the word is a marking without its star too. */
const ALONE = /^[\s\u3000]*(?:绝[\s\u3000]*密|机[\s\u3000]*密|秘[\s\u3000]*密)[\s\u3000]*(?:文件|级|件)?[\s\u3000]*$/u

/** Whether a text bears the marking of a state secret (保守国家秘密法 第二十二条). */
export function isMarked(text: string): boolean {
  if (!text.includes('密')) return false
  return STARRED.test(text) || ALONE.test(text)
}

/** The same for the bytes of an upload: their text in the encodings that Chinese offices write. Pictures of text stay unread. */
export function bytesAreMarked(bytes: Uint8Array): boolean {
  return ENCODINGS.some((encoding) => STARRED.test(new TextDecoder(encoding).decode(bytes)))
}

const ENCODINGS = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be']

export const secretMarking = refusal('privacy.secret_marking', 422, () => ({
  zh: '这份材料带有密级标志（绝密、机密或秘密），不得进入本系统，已拒绝且没有保存。请立即断开网络传输，按保密规定处理原件并报告保密部门。',
  en: 'This bears the marking of a state secret and must not enter this system. It was refused and not kept. Handle the original by the rules of secrecy and tell the secrecy office.',
}))

export function refuseMarked({ name, bytes }: { name: string; bytes: Uint8Array }): void {
  if (isMarked(name) || bytesAreMarked(bytes)) throw secretMarking()
}
