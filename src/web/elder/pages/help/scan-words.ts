import type { Lang } from '#platform/words.ts'
import type { ScannerWords } from '../../../camera/scanner.tsx'

/** Said around the camera only, so they come with it. */
export const SCAN: Record<Lang, ScannerWords & { other: string }> = {
  zh: {
    opening: '正在打开摄像头……手机问能不能用摄像头时，请点“允许”。',
    aim: '把上门码对准画面，看清了就行，不用按。',
    view: '摄像头画面',
    other: '这不是上门码。请扫您帮的人手机上的上门码，或者填6个数字。',
    troubles: {
      refused: '手机没有让用摄像头。不要紧，请在下面填上门码的6个数字。',
      absent: '这台设备没有摄像头。不要紧，请在下面填上门码的6个数字。',
      busy: '摄像头打不开，可能别的程序正在用。请在下面填上门码的6个数字。',
      insecure: '这个网址不能用摄像头。请在下面填上门码的6个数字。',
    },
  },
  en: {
    opening: 'Opening the camera… If the telephone asks whether it may, choose “Allow”.',
    aim: 'Hold the visit code in front of the camera; there is nothing to press.',
    view: 'What the camera sees',
    other: 'This is not a visit code. Scan the one that whom you help shows you, or type its 6 digits.',
    troubles: {
      refused: 'The camera was not allowed. Never mind: type the 6 digits of the visit code below.',
      absent: 'There is no camera here. Never mind: type the 6 digits of the visit code below.',
      busy: 'The camera cannot be opened; something else may be using it. Type the 6 digits below.',
      insecure: 'This address cannot use the camera. Type the 6 digits of the visit code below.',
    },
  },
}
