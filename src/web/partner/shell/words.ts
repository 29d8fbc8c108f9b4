import { useSyncExternalStore } from 'react'
import type { Lang } from '#platform/words.ts'
import type { ScannerWords } from '../../camera/scanner.tsx'

const words = {
  name: ['商户核销', 'Partner counter'],
  other: ['English', '中文'],
  signIn: ['登录', 'Sign in'],
  signOut: ['退出', 'Sign out'],
  login: ['登录名', 'Login'],
  password: ['密码', 'Password'],
  oldPassword: ['原密码', 'Old password'],
  newPassword: ['新密码', 'New password'],
  firstPassword: ['请先设置自己的密码', 'Set your own password first'],
  save: ['保存', 'Save'],
  authenticator: ['验证器上的六位数字', 'Six digits of the authenticator'],
  enrol: [
    '这个账号要先登记验证器。请在电脑上打开管理端完成登记，再回到这里。',
    'This account needs an authenticator first. Set it up on the office page, then come back.',
  ],
  office: ['打开管理端', 'Open the office page'],
  redeem: ['核销', 'Redeem'],
  today: ['今日', 'Today'],
  statements: ['结算', 'Settlement'],
  code: ['领取码（八位数字）', 'Code (eight digits)'],
  look: ['查一下', 'Look up'],
  scan: ['扫码', 'Scan'],
  stop: ['停止扫码', 'Stop scanning'],
  openingCamera: ['正在打开摄像头……', 'Opening the camera…'],
  aim: ['把领取码对准画面', 'Hold the code in front of the camera'],
  view: ['摄像头画面', 'What the camera sees'],
  refused: [
    '浏览器没有得到使用摄像头的许可。请在网站权限里允许摄像头，或输入八位数字。',
    'The browser was not allowed to use the camera. Allow it in the site settings, or type the eight digits.',
  ],
  absent: ['这台设备没有摄像头，请输入八位数字。', 'This device has no camera; type the eight digits.'],
  busy: [
    '摄像头打不开，可能被别的程序占用。请输入八位数字。',
    'The camera cannot be opened; another program may be using it. Type the eight digits.',
  ],
  insecure: [
    '这个地址不是 https，浏览器不开放摄像头。请输入八位数字。',
    'This address is not https, so the browser opens no camera. Type the eight digits.',
  ],
  picture: ['商品图片', 'Picture of the item'],
  handThis: ['请交付', 'Hand over'],
  to: ['给', 'to'],
  points: ['积分', 'points'],
  confirm: ['已交付，确认核销', 'Handed over, confirm'],
  notYet: ['先不核销', 'Not now'],
  done: ['核销成功', 'Done'],
  next: ['下一位', 'Next'],
  nothingToday: ['今天还没有核销。', 'Nothing today yet.'],
  total: ['合计', 'Total'],
  count: ['笔', 'redemptions'],
  reversed: ['已冲正', 'reversed'],
  loading: ['正在打开……', 'Loading…'],
  again: ['再试一次', 'Try again'],
  noStatements: [
    '还没有结算单。每月一日生成上月的结算单。',
    'No statement yet. That of a month is drawn up on the first of the next.',
  ],
  opening: ['期初', 'Opening'],
  redeemed: ['本月核销', 'Redeemed'],
  reversedSum: ['冲正', 'Reversed'],
  paidBefore: ['本月已付', 'Paid in the month'],
  closing: ['期末', 'Closing'],
  due: ['本单应付', 'Due'],
  voucher: ['付款凭证号', 'Voucher'],
  answerBy: ['请在此日前确认', 'Please answer by'],
  byWeekdays: [
    '这一年的放假安排还没有收录，只除去了周六、周日',
    'holidays of that year are not known yet; weekends were passed over',
  ],
  agree: ['核对无误，确认', 'Correct, confirm'],
  disagree: ['有异议', 'Something is wrong'],
  reason: ['哪里不对', 'What is wrong'],
  send: ['提交异议', 'Send'],
  answer: ['答复', 'Answer'],
  dispute: ['异议', 'Dispute'],
  corrected: ['答复：已更正', 'Answer: corrected'],
  rejected: ['答复：未采纳', 'Answer: not accepted'],
  struck: ['已冲正，不计付', 'reversed, not paid for'],
  version: ['更正版', 'corrected, version'],
  lines: ['逐笔', 'Lines'],
  excel: ['下载表格', 'Download sheet'],
  pdf: ['下载 PDF', 'Download PDF'],
  back: ['返回', 'Back'],
  closed: [
    '本店已暂停新的兑换；已预留的可以继续核销。',
    'New redemptions are paused; what is reserved can still be handed over.',
  ],
  waits: ['张结算单等您确认', 'statements wait for you'],
  draft: ['待确认', 'Waits for you'],
  disputed: ['已提异议', 'Disputed'],
  confirmed: ['已确认', 'Confirmed'],
  approved: ['待付款', 'To be paid'],
  paid: ['已付款', 'Paid'],
} as const satisfies Record<string, readonly [zh: string, en: string]>

export type Word = keyof typeof words
const listeners = new Set<() => void>()
let lang: Lang = kept() === 'en' ? 'en' : 'zh'

function kept(): string | null {
  try {
    return localStorage.getItem('sangyu.partner.lang')
  } catch {
    return null
  }
}

export function applyLanguage(next: Lang = lang): void {
  lang = next
  try {
    localStorage.setItem('sangyu.partner.lang', next)
  } catch {
    // A browser that keeps nothing still shows the page.
  }
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en'
  document.title = `${words.name[next === 'zh' ? 0 : 1]} · 桑榆`
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

export const useLang = (): Lang => useSyncExternalStore(subscribe, () => lang)

export function useWords(): (word: Word) => string {
  const at = useLang() === 'zh' ? 0 : 1
  return (word) => words[word][at]
}

/** What is said around the camera. */
export function useCameraWords(): ScannerWords {
  const word = useWords()
  const [opening, aim, view] = [word('openingCamera'), word('aim'), word('view')]
  const troubles = {
    refused: word('refused'),
    absent: word('absent'),
    busy: word('busy'),
    insecure: word('insecure'),
  }
  return { opening, aim, view, troubles }
}
