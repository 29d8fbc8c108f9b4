import type { Lang } from '#platform/words.ts'

type Way = 'own' | 'family' | 'paper'
type MessageWords = {
  title: string
  none: string
  fresh: string
  unread: (count: number) => string
  seen: string
  older: string
  newer: string
  choose: string
  how: string
  way: string
  ways: Record<Way, string>
  noPhone: string
  quiet: (from: string, to: string) => string
  kinds: string
  kindsHow: string
  decline: (kind: string) => string
  accept: (kind: string) => string
  saved: string
  by: Record<'self' | 'family' | 'clerk', string>
  since: (day: string, by: string) => string
  must: string
}

/** Said on the pages of messages, which come when somebody goes there. */
export const MESSAGE_WORDS: Record<Lang, MessageWords> = {
  zh: {
    title: '发给我的消息',
    none: '还没有消息。',
    fresh: '新消息',
    unread: (count) => `有${count}条还没看过。`,
    seen: '这一页都看过了',
    older: '更早的消息',
    newer: '新一些的消息',
    choose: '怎样收消息',
    how: '请点一样，随时可以改。',
    way: '怎样告诉我',
    ways: { own: '短信发到我的手机', family: '短信发到家人的手机', paper: '不要短信，送纸到家' },
    noPhone: '社区还没有登记这个手机号，消息会打印送到家。要登记，请给社区打电话。',
    quiet: (from, to) => `${from}到${to}不发短信，不打扰您休息。`,
    kinds: '不想收到哪些',
    kindsHow: '点一下改成不收，再点一下又收。',
    decline: (kind) => `${kind}：现在收`,
    accept: (kind) => `${kind}：现在不收`,
    saved: '已经改好',
    by: { self: '本人选的', family: '家人代选的', clerk: '社区代选的' },
    since: (day, by) => `${day}${by}。`,
    must: '登录验证码和个人信息方面的消息，依法都要告诉您。',
  },
  en: {
    title: 'Messages to me',
    none: 'No messages yet.',
    fresh: 'New',
    unread: (count) => `${count} not read yet.`,
    seen: 'This page has been read',
    older: 'Earlier messages',
    newer: 'Later messages',
    choose: 'How I am told',
    how: 'Tap one; you can change it at any time.',
    way: 'How to tell me',
    ways: {
      own: 'Text messages to my mobile',
      family: 'Text messages to my family',
      paper: 'No texts: paper, brought home',
    },
    noPhone: 'The community has no such mobile number, so messages come on paper. Ring them to add it.',
    quiet: (from, to) => `Nothing is sent between ${from} and ${to}, so that you can rest.`,
    kinds: 'What I do not want',
    kindsHow: 'One tap stops a kind, another brings it back.',
    decline: (kind) => `${kind}: sent to me`,
    accept: (kind) => `${kind}: stopped`,
    saved: 'Changed',
    by: { self: 'chosen by yourself', family: 'chosen by your family', clerk: 'noted by the community' },
    since: (day, by) => `${day}, ${by}.`,
    must: 'Codes for signing in and what concerns your data must by law be told to you.',
  },
}
