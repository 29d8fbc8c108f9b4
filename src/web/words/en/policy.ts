import type { policy as zh } from '../zh/policy.ts'

export const policy: typeof zh = {
  title: 'Sign-in policy',
  lead: 'For every account of the county, at once. No figure goes below the floor of GB/T 22239-2019 8.1.4.1.',
  passwords: 'Passwords',
  profile: 'Rule for passwords',
  profiles: {
    'gb22239-l3': 'Level 3: length, composition and regular change (GB/T 22239-2019)',
    asvs5: 'Length first: at least 15 characters, no composition, no forced change (OWASP ASVS 5)',
  },
  profileHint: 'Assessors check by “Level 3”; agree with yours before you change to “Length first”.',
  locks: 'Wrong tries',
  sessions: 'Sessions',
  secondFactor: 'Second factor',
  required: 'Required: every account signs in with a password and an authenticator',
  optional: 'Not required (demonstration counties only)',
  requiredNow: 'Require it',
  networks: 'Networks that may sign in',
  networksNote: 'Empty means anywhere. One network a line, such as 10.1.0.0/16 or 2001:db8::/32.',
  staffNetworks: 'All staff',
  administratorNetworks: 'The three administrators (empty: as above)',
  yourAddress: (address: string) => `Your address now: ${address}`,
  range: (least: number, most: number) => `${least} to ${most}`,
  outside: (least: number, most: number) => `A whole number from ${least} to ${most}`,
  save: 'Save the policy',
  saved: 'The policy is saved and in force',
}
