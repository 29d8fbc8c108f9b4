import type { Bilingual } from './words.ts'

/** A "no" with its reason in words. Anything else that is thrown is our own fault and answers 500. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: string
  readonly status: number
  readonly words: Bilingual
  readonly detail: object | undefined
  /** What was written and noted before this "no" stays: an alarm is no alarm when it is rolled back. */
  isKept = false
  constructor(code: string, status: number, answer: { words: Bilingual; detail?: object | undefined }) {
    super(`${code}: ${answer.words.en}`)
    this.code = code
    this.status = status
    this.words = answer.words
    this.detail = answer.detail
  }
}

type Make<P> = Record<never, never> extends P ? () => Refusal : (params: P) => Refusal
export type RefusalKind<P> = Make<P> & { code: string; status: number }

/** Declares one refusal of a room. Both sentences are part of the declaration, so none can be missing; `detail` travels to the page. */
export function refusal<P extends object = Record<never, never>>(
  code: string,
  status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 423 | 429 | 503,
  say: (params: P) => Bilingual,
): RefusalKind<P> {
  const make = (params?: P) => new Refusal(code, status, { words: say(params ?? ({} as P)), detail: params }) // only a P without fields may be left out
  return Object.assign(make as Make<P>, { code, status }) // as above
}

export function keeping(no: Refusal): Refusal {
  no.isKept = true
  return no
}

export function ensure(ok: unknown, no: () => Refusal): asserts ok {
  if (!ok) throw no()
}

export const notFound = refusal('row.not_found', 404, () => ({
  zh: '没有找到这条记录，它可能不在您的管理范围内，或已被合并。请返回列表重新查找。',
  en: 'This record was not found: it may be outside your area or merged into another. Go back to the list and look again.',
}))
export const forbidden = refusal('auth.forbidden', 403, () => ({
  zh: '您的账号没有办理这件事的权限。如工作需要，请联系本县安全管理员授权。',
  en: 'Your account may not do this. If your work needs it, ask your county’s security administrator for the right.',
}))
export const signedOut = refusal('auth.signed_out', 401, () => ({
  zh: '您尚未登录或登录已过期，请重新登录。刚才填写的内容仍保留在本页。',
  en: 'You are not signed in, or your session has ended. Sign in again; what you typed is still on this page.',
}))
export const badInput = refusal('input.invalid', 400, (p: { issues: { path: string; message: Bilingual }[] }) => ({
  zh: `提交的内容有误：${p.issues.map((i) => `${i.path || '内容'}——${i.message.zh}`).join('；')}。请改正后再提交。`,
  en: `The request is not right: ${p.issues.map((i) => `${i.path || 'body'}: ${i.message.en}`).join('; ')}. Correct it and send again.`,
}))
