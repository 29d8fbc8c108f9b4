import type { Lang } from '#platform/words.ts'

export const STARS = [5, 4, 3, 2, 1] as const
export type Stars = (typeof STARS)[number]

type FeedbackWords = {
  title: string
  how: string
  stars: Record<Stars, string>
  words: string
  send: string
  change: string
  choose: string
  done: string
  until: (day: string) => string
  over: string
  said: (stars: number) => string
  by: Record<'self' | 'family' | 'clerk', string>
}

/** Said on the page where who came says how it was. */
export const FEEDBACK: Record<Lang, FeedbackWords> = {
  zh: {
    title: '说说办得怎么样',
    how: '请点一样。好的不好的都可以说。',
    stars: { 5: '5颗星，很满意', 4: '4颗星，满意', 3: '3颗星，还可以', 2: '2颗星，不太满意', 1: '1颗星，不满意' },
    words: '还想说的（可以不填）',
    send: '就这样告诉社区',
    change: '改成这样',
    choose: '请先点一样，再告诉社区。',
    done: '谢谢，已经记下',
    until: (day) => `${day}以前都可以改。`,
    over: '活动过去一个月以上了，不能再改。有话要说，请给社区打电话。',
    said: (stars) => `现在记的是${stars}颗星。`,
    by: { self: '您自己说的。', family: '家人替您说的。', clerk: '社区替您记的。' },
  },
  en: {
    title: 'Say how it was',
    how: 'Tap one. Good or bad, it helps.',
    stars: {
      5: '5 stars, very good',
      4: '4 stars, good',
      3: '3 stars, fair',
      2: '2 stars, not so good',
      1: '1 star, bad',
    },
    words: 'Anything else (optional)',
    send: 'Tell the community',
    change: 'Change it to this',
    choose: 'Tap how it was first.',
    done: 'Thank you; it is noted',
    until: (day) => `You can change it until ${day}.`,
    over: 'It was more than a month ago and can no longer be changed. Ring the community if there is something to say.',
    said: (stars) => `You gave ${stars} of 5 stars.`,
    by: { self: 'Said by yourself.', family: 'Said by your family for you.', clerk: 'Noted by the community for you.' },
  },
}
