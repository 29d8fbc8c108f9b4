import type { Bilingual } from '#platform/words.ts'

type KindWords = Bilingual & {
  /** What law or security needs is told whatever somebody declined. */
  mayDecline: boolean
}

/** What messages are about; somebody may decline a kind. */
export const kinds = {
  gathering: { zh: '活动', en: 'Activities', mayDecline: true },
  volunteering: { zh: '志愿服务', en: 'Volunteering', mayDecline: true },
  bank: { zh: '志愿服务银行', en: 'Volunteer bank', mayDecline: true },
  group: { zh: '兴趣小组、协会', en: 'Groups', mayDecline: true },
  notice: { zh: '通知', en: 'Notices', mayDecline: true },
  rights: { zh: '个人信息权益', en: 'Rights over personal data', mayDecline: false },
  code: { zh: '验证码', en: 'One-time codes', mayDecline: false },
} as const satisfies Record<string, KindWords>

export type Kind = keyof typeof kinds

/** What may stand in braces in a text. `name` is always filled in with whom it is told to. */
export const places = {
  name: { zh: '姓名', en: 'Name' },
  title: { zh: '活动名称', en: 'Title' },
  when: { zh: '时间', en: 'When' },
  where: { zh: '地点', en: 'Where' },
  until: { zh: '截止时间', en: 'Until' },
  number: { zh: '编号', en: 'Number' },
  helper: { zh: '帮忙的人', en: 'Helper' },
  reason: { zh: '原因', en: 'Reason' },
  what: { zh: '改了什么', en: 'What changed' },
  other: { zh: '同一时间的另一班', en: 'Other shift at that time' },
  group: { zh: '小组或协会', en: 'Group' },
  post: { zh: '职务', en: 'Post' },
  day: { zh: '日期', en: 'Day' },
  points: { zh: '积分', en: 'Points' },
  partner: { zh: '商户', en: 'Partner' },
  hours: { zh: '时长', en: 'Hours' },
  text: { zh: '正文', en: 'Text' },
  code: { zh: '验证码', en: 'Code' },
  minutes: { zh: '有效分钟', en: 'Minutes' },
} as const satisfies Record<string, Bilingual>

export type Place = keyof typeof places
type Template = { kind: Kind; name: Bilingual; text: Bilingual; places: readonly Place[]; needs: readonly Place[] }

/** The shipped texts: version 0 of every template. */
export const shipped = {
  'gathering.invited': {
    kind: 'gathering',
    name: { zh: '活动邀请', en: 'Invitation' },
    text: {
      zh: '{name}同志：邀请您参加“{title}”，时间{when}，地点{where}。是否参加请告诉社区工作人员。',
      en: 'Dear {name}: you are invited to “{title}”, {when}, {where}. Please tell your community whether you will come.',
    },
    places: ['name', 'title', 'when', 'where'],
    needs: ['title', 'when'],
  },
  'gathering.offered': {
    kind: 'gathering',
    name: { zh: '候补有名额', en: 'A place has become free' },
    text: {
      zh: '{name}同志：您候补的“{title}”（{when}）空出了名额，请在{until}前确认，过时顺延给下一位。',
      en: 'Dear {name}: a place in “{title}” ({when}) is free for you. Please confirm by {until}; after that it goes to the next.',
    },
    places: ['name', 'title', 'when', 'where', 'until'],
    needs: ['title', 'until'],
  },
  'gathering.cancelled': {
    kind: 'gathering',
    name: { zh: '活动取消', en: 'Cancelled' },
    text: {
      zh: '{name}同志：原定{when}的“{title}”取消，原因：{reason}。请互相转告。',
      en: 'Dear {name}: “{title}” of {when} is cancelled: {reason}. Please tell each other.',
    },
    places: ['name', 'title', 'when', 'where', 'reason'],
    needs: ['title', 'when'],
  },
  'gathering.changed': {
    kind: 'gathering',
    name: { zh: '活动改时间或地点', en: 'Time or place changed' },
    text: {
      zh: '{name}同志：您报名的“{title}”改了时间或地点，现为{when}，地点{where}。不方便参加的，请告诉社区工作人员。',
      en: 'Dear {name}: time or place of “{title}” have changed: now {when}, {where}. If you cannot come, please tell your community.',
    },
    places: ['name', 'title', 'when', 'where'],
    needs: ['title', 'when'],
  },
  'gathering.consent': {
    kind: 'gathering',
    name: { zh: '活动改动后需要同意和陪同', en: 'Consent needed after a change' },
    text: {
      zh: '{name}同志：“{title}”（{when}）的安排有改动，按量力而行的规定，需要您本人或家属同意并有人陪同。请把谁陪同告诉社区工作人员。',
      en: 'Dear {name}: the plan of “{title}” ({when}) has changed; it now needs your or your family’s consent and somebody to go along. Please tell your community who will.',
    },
    places: ['name', 'title', 'when', 'where'],
    needs: ['title', 'when'],
  },
  'gathering.beyond': {
    kind: 'gathering',
    name: { zh: '活动改动后不宜参加', en: 'Beyond one’s strength after a change' },
    text: {
      zh: '{name}同志：“{title}”（{when}）的安排有改动，强度变大，按量力而行的规定不宜参加。社区工作人员会与您商量，不必勉强。',
      en: 'Dear {name}: the plan of “{title}” ({when}) has changed and now asks more than the county allows of your strength. Your community will talk with you.',
    },
    places: ['name', 'title', 'when', 'where'],
    needs: ['title', 'when'],
  },
  'gathering.tomorrow': {
    kind: 'gathering',
    name: { zh: '活动前一天提醒', en: 'Reminder of the day before' },
    text: {
      zh: '{name}同志：您报名的“{title}”明天举行，时间{when}，地点{where}。身体不适请及时告知，不必勉强。',
      en: 'Dear {name}: “{title}” is tomorrow, {when}, {where}. If you do not feel well, please say so and stay at home.',
    },
    places: ['name', 'title', 'when', 'where'],
    needs: ['title', 'when'],
  },
  'need.assigned': {
    kind: 'volunteering',
    name: { zh: '派给您一条需求', en: 'A need is given to you' },
    text: {
      zh: '{name}同志：请您帮助办理邻里需求“{title}”（编号{number}，{where}）。有困难请及时告诉社区工作人员。',
      en: 'Dear {name}: please help with a neighbour’s need, “{title}” (no. {number}, {where}). If you cannot, tell your community soon.',
    },
    places: ['name', 'title', 'number', 'where'],
    needs: ['title'],
  },
  'need.matched': {
    kind: 'volunteering',
    name: { zh: '需求有人帮助', en: 'Somebody will help' },
    text: {
      zh: '{name}同志：需求“{title}”（编号{number}）已安排{helper}帮助办理。',
      en: 'Dear {name}: {helper} will help with the need “{title}” (no. {number}).',
    },
    places: ['name', 'title', 'number', 'helper'],
    needs: ['title', 'helper'],
  },
  'need.claimed': {
    kind: 'volunteering',
    name: { zh: '认领了一班', en: 'A turn is yours' },
    text: {
      zh: '{name}同志：“{title}”由您承担，时间{when}，地点{where}。来不了请提前取消，好另找人。',
      en: 'Dear {name}: “{title}” is yours: {when}, {where}. If you cannot come, cancel in time so that another is found.',
    },
    places: ['name', 'title', 'when', 'where', 'number'],
    needs: ['title', 'when'],
  },
  'need.expected': {
    kind: 'volunteering',
    name: { zh: '帮忙的人何时来', en: 'When the helper comes' },
    text: {
      zh: '{name}同志：需求（编号{number}）由{helper}承担，时间{when}。到时请向来人出示确认码。',
      en: 'Dear {name}: {helper} comes for the need no. {number}, {when}. Please show them your code then.',
    },
    places: ['name', 'title', 'number', 'helper', 'when', 'where'],
    needs: ['helper', 'when'],
  },
  'need.off': {
    kind: 'volunteering',
    name: { zh: '不用再去', en: 'You need not go' },
    text: {
      zh: '{name}同志：需求“{title}”（编号{number}）不用您办理了，原因：{reason}。谢谢您。',
      en: 'Dear {name}: you need not help with “{title}” (no. {number}) any more: {reason}. Thank you.',
    },
    places: ['name', 'title', 'number', 'where', 'reason'],
    needs: ['title'],
  },
  'need.again': {
    kind: 'volunteering',
    name: { zh: '正在另找人', en: 'Somebody else is looked for' },
    text: {
      zh: '{name}同志：需求（编号{number}）原来安排的人来不了，社区正在另找，找到就告诉您。',
      en: 'Dear {name}: who was to help with the need no. {number} cannot; the community looks for another and will tell you.',
    },
    places: ['name', 'title', 'number', 'when', 'where', 'helper'],
    needs: ['number'],
  },
  'need.done': {
    kind: 'volunteering',
    name: { zh: '需求办好了', en: 'A need is done' },
    text: {
      zh: '{name}同志：需求“{title}”（编号{number}）已经办好。办得怎么样，请在“我的需求”里说一说，或告诉社区工作人员。',
      en: 'Dear {name}: the need “{title}” (no. {number}) is done. Please say how it was on the page of your needs, or tell your community.',
    },
    places: ['name', 'title', 'number', 'where'],
    needs: ['title'],
  },
  'need.thanks': {
    kind: 'volunteering',
    name: { zh: '您帮的忙已办好', en: 'What you helped with is done' },
    text: {
      zh: '{name}同志：您帮助办理的“{title}”（编号{number}）已经办好，谢谢您。',
      en: 'Dear {name}: “{title}” (no. {number}), with which you helped, is done. Thank you.',
    },
    places: ['name', 'title', 'number', 'where'],
    needs: ['title'],
  },
  'bank.granted': {
    kind: 'bank',
    name: { zh: '公益池送来积分', en: 'Points from the pool' },
    text: {
      zh: '{name}同志：公益池送给您{points}积分，已经记入您的积分账户，可以换东西、换服务。有不明白的请问社区。',
      en: 'Dear {name}: the public pool has given you {points} points; they are in your account and can be redeemed. Ask your community if anything is unclear.',
    },
    places: ['name', 'points'],
    needs: ['points'],
  },
  'bank.grant_reversed': {
    kind: 'bank',
    name: { zh: '公益池积分收回', en: 'Points of the pool taken back' },
    text: {
      zh: '{name}同志：公益池送给您的{points}积分经核对已经收回，不影响您自己挣得的积分。有不明白的请问社区。',
      en: 'Dear {name}: the {points} points that the public pool gave you have been taken back after a check; what you earned yourself is untouched. Ask your community if anything is unclear.',
    },
    places: ['name', 'points'],
    needs: ['points'],
  },
  'shift.changed': {
    kind: 'volunteering',
    name: { zh: '志愿班次有改动', en: 'A shift has changed' },
    text: {
      zh: '{name}同志：您认领的志愿班次“{title}”改了{what}，现为{when}，地点{where}。去不了的，请取消认领或告诉社区工作人员。',
      en: 'Dear {name}: the {what} of your shift “{title}” changed: now {when}, {where}. If you cannot come, give up the turn or tell your community.',
    },
    places: ['name', 'title', 'when', 'where', 'what'],
    needs: ['title', 'when'],
  },
  'shift.released': {
    kind: 'volunteering',
    name: { zh: '班次改时间后与另一班冲突', en: 'A changed shift falls on another' },
    text: {
      zh: '{name}同志：志愿班次“{title}”改到{when}，与您认领的“{other}”时间冲突，这一班已替您取消认领，“{other}”照常。有疑问请问社区工作人员。',
      en: 'Dear {name}: the shift “{title}” moved to {when}, when you have “{other}”. Your turn in it has ended; “{other}” stays. Ask your community if in doubt.',
    },
    places: ['name', 'title', 'when', 'where', 'other'],
    needs: ['title', 'when', 'other'],
  },
  'group.term_ends': {
    kind: 'group',
    name: { zh: '任期将满', en: 'A term ends' },
    text: {
      zh: '{name}同志：“{group}”{post}的任期将于{day}届满，请提前准备换届。',
      en: 'Dear {name}: the term of the {post} of “{group}” ends on {day}. Please prepare the election.',
    },
    places: ['name', 'group', 'post', 'day'],
    needs: ['group', 'day'],
  },
  'group.proposed': {
    kind: 'group',
    name: { zh: '邀请加入小组', en: 'Invitation to a group' },
    text: {
      zh: '{name}同志：“{group}”已经成立，与您的爱好相同的邻居在等您。加入和退出都自愿，请告诉社区工作人员。',
      en: 'Dear {name}: “{group}” has been founded by neighbours who like what you like. Joining and leaving are free; tell your community.',
    },
    places: ['name', 'group', 'where'],
    needs: ['group'],
  },
  notice: {
    kind: 'notice',
    name: { zh: '一般通知', en: 'Notice' },
    text: { zh: '{name}同志：{text}', en: 'Dear {name}: {text}' },
    places: ['name', 'text'],
    needs: ['text'],
  },
  code: {
    kind: 'code',
    name: { zh: '登录验证码', en: 'Code for signing in' },
    text: {
      zh: '验证码{code}，{minutes}分钟内有效。工作人员不会向您索要验证码，请勿告诉他人。',
      en: 'Your code is {code}, valid for {minutes} minutes. Nobody of the office will ask you for it.',
    },
    places: ['code', 'minutes'],
    needs: ['code'],
  },
} as const satisfies Record<string, Template>

export type TemplateCode = keyof typeof shipped

export function isTemplate(code: string): code is TemplateCode {
  return Object.hasOwn(shipped, code)
}

/** A shipped template as such, whichever it is. */
export function templateOf(code: TemplateCode): Template {
  return shipped[code]
}
