import type { Bilingual } from '#platform/words.ts'

export type Limits = {
  /** From this age on nobody takes a post anew. */
  age: number
  posts: number
  terms: number
  /** GB/T 12407: leading cadres are of this rank or a higher one, which has a lower code. */
  leastRank: string
}

/** 中组发〔2014〕11号; some provinces are stricter. */
export const LIMITS: Limits = { age: 70, posts: 1, terms: 2, leastRank: '132' }

export type Candidate = {
  /** Registered with civil affairs: community groups that are not are no 社会团体. */
  isRegistered: boolean
  rank: string | null
  age: number | null
  /** Posts held now in other registered associations. */
  otherPosts: number
  /** Which term in a row this would be. */
  term: number
  isPaid: boolean
  approvalNo: string | null
}

export type Finding = Bilingual & { weight: 'warn' | 'refuse' }

export function isLeadingCadre(rank: string | null, { leastRank }: Pick<Limits, 'leastRank'> = LIMITS): boolean {
  return rank !== null && rank <= leastRank
}

const refuse = (zh: string, en: string): Finding => ({ weight: 'refuse', zh, en })
const warn = (zh: string, en: string): Finding => ({ weight: 'warn', zh, en })

/** What speaks against a retired leading cadre's post in an association (社团兼职, 中组发〔2014〕11号). Nothing, where the rule does not apply. */
export function judgePost(candidate: Candidate, limits: Limits = LIMITS): Finding[] {
  const { isRegistered, rank, age, otherPosts, term, isPaid, approvalNo } = candidate
  if (!isRegistered || !isLeadingCadre(rank, limits)) return []
  const found: Finding[] = []
  if (age === null) found.push(warn('年龄不清楚，请先核实出生日期', 'The age is not known: check the date of birth'))
  else if (age >= limits.age)
    found.push(
      refuse(`已满 ${limits.age} 周岁，不得再兼职`, `They are ${age}: nobody takes a post from ${limits.age} on`),
    )
  else if (age === limits.age - 1)
    found.push(warn(`快满 ${limits.age} 周岁，届满后不得连任`, `They turn ${limits.age} soon and cannot serve on then`))
  if (otherPosts >= limits.posts)
    found.push(refuse('已在其他社团任职，只能兼任 1 个', 'They hold a post in another association; one is allowed'))
  if (term > limits.terms)
    found.push(refuse(`连任不得超过 ${limits.terms} 届`, `No more than ${limits.terms} terms in a row`))
  if (isPaid) found.push(refuse('兼职不得领取任何报酬', 'The post must not be paid in any way'))
  if (!approvalNo)
    found.push(
      term > 1
        ? refuse('连任须重新报批，请填写批文号', 'A further term needs a new approval: give its number')
        : refuse('兼职须先经批准，请填写批文号', 'The post needs approval first: give its number'),
    )
  return found
}
