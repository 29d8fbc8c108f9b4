import type { objections as zhObjections } from '../../zh/volunteering/objections.ts'

export const objections: typeof zhObjections = {
  object: 'Enter an objection',
  raisedBy: 'Who objects (may be left out)',
  words: 'What they say',
  objected: 'Entered; a colleague checks and answers it',
  answer: 'Answer',
  answerTo: (who) => `Answer to ${who}`,
  answerWords: 'What was checked, and the answer',
  outcome: 'Outcome',
  notUpheld: 'Not upheld',
  answered: 'Answered',
}
