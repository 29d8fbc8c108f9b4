import type { Lang } from '#platform/words.ts'

type Who = 'self' | 'family' | 'clerk'
type OnPhoneWords = {
  title: string
  what: string
  make: string
  here: string
  hereHow: string
  other: string
  otherHow: string
  qr: string
  paste: string
  once: string
  phones: string
  none: string
  by: (who: Who, name: string | null) => string
  stop: string
  stopSure: string
  no: string
  stopped: string
}

/** Said on the page that puts the calendar on a telephone, and on the way to it. */
export const ON_PHONE: Record<Lang, OnPhoneWords> = {
  zh: {
    title: '把日历放进手机',
    what: '报了名的活动、要去帮的忙，会自己出现在手机的日历里，改了时间也会跟着改。里面不写名字。',
    make: '放进手机',
    here: '放进这部手机',
    hereHow: '就用这部手机看，请按下面这个按钮，手机问订阅不订阅，请点“订阅”。',
    other: '放进别的手机',
    otherHow: '想用别的手机看，请那部手机用相机对准这个码扫一扫。',
    qr: '日历的二维码',
    paste: '手机没有反应，请家人把下面这行地址复制到日历的“订阅日历”里：',
    once: '码和地址只显示这一次，请不要给外人。',
    phones: '已经放进的手机',
    none: '还没有放进过手机。',
    by: (who, name) => ({ self: '本人放的', family: name ? `家人${name}放的` : '家人放的', clerk: '社区放的' })[who],
    stop: '停用',
    stopSure: '停用后，那部手机马上看不到这个日历。要停用吗？',
    no: '不停用',
    stopped: '已经停用。要用时再放一次。',
  },
  en: {
    title: 'My calendar on a telephone',
    what: 'What you signed up for and the help you give appear in the telephone’s calendar by themselves, and move when the time is changed. There is no name in it.',
    make: 'Put it on a telephone',
    here: 'On this telephone',
    hereHow: 'To read it on this telephone, press the button below and say yes when it asks whether to subscribe.',
    other: 'On another telephone',
    otherHow: 'To read it on another telephone, hold the camera of that one to this code.',
    qr: 'QR code of the calendar',
    paste: 'If nothing happens, let your family copy this address into the subscribed calendars of the telephone:',
    once: 'The code and the address are shown only now. Do not give them to strangers.',
    phones: 'Telephones that have it',
    none: 'No telephone has it yet.',
    by: (who, name) =>
      ({ self: 'By yourself', family: name ? `By ${name} of the family` : 'By the family', clerk: 'By the community' })[
        who
      ],
    stop: 'Stop it',
    stopSure: 'That telephone loses the calendar at once. Stop it?',
    no: 'Leave it',
    stopped: 'Stopped. Put it on again when you want it.',
  },
}
