import type * as zh from '../../zh/activities/signing.ts'

export const signing: typeof zh.signing = {
  titleOf: (title) => `Sign-in sheet · ${title}`,
  lead: 'Print it and put it at the door for those who come to sign; mark attendance from it afterwards. The last lines are for those who did not sign up.',
  title: 'Sign-in sheet',
  print: 'Print the sheet',
  open: 'Sign-in sheet',
  take: 'Download the list',
  tooMany:
    'A list of more than fifty people, at once or within a day, does not leave like this. Print the sign-in sheet, or ask for an export under People, which another person approves.',
  when: (from, to) => `When: ${from} to ${to}`,
  count: (n) => `${n} signed up`,
  number: 'No.',
  name: 'Name',
  community: 'Community',
  sign: 'Signature',
  note: 'Note (company, signed for)',
  others: (n) => `${n} more outside your area are not named; they sign on the empty lines.`,
}
