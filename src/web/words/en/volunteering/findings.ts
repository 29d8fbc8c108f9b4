import type { findings as zh } from '../../zh/volunteering/findings.ts'

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

export const findings = {
  findings: 'What stands out',
  lead: 'Looked for every night. A finding only asks somebody to check; nothing is taken, frozen or closed by itself.',
  look: 'Look now',
  looked: (raised, grown) =>
    raised || grown
      ? `${counted(raised, 'new finding', 'new findings')}, ${grown} with new records`
      : 'Nothing new stands out',
  kind: 'Finding',
  anyKind: 'All findings',
  status: 'State',
  anyStatus: 'All states',
  about: 'About',
  restsOn: 'Rests on',
  sum: ({ records, people, points, minutes }) =>
    [
      counted(records, 'record', 'records'),
      counted(people, 'person', 'people'),
      points ? counted(points, 'point', 'points') : '',
      minutes ? `${Math.round(minutes / 6) / 10} h` : '',
    ]
      .filter(Boolean)
      .join(' · '),
  when: 'When',
  foundAt: 'Found',
  measured: (count) => (count ? counted(count, 'measure noted', 'measures noted') : 'Nothing done yet'),
  none: 'Nothing stands out',
  noneHint: 'What is to be checked appears here after the night.',
  why: 'Why it is listed',
  noPunishment:
    'Check the records below one by one, then judge. A judgement is only that: reversals and the like are done separately.',
  own: 'Some of these records are your own work, so somebody else judges.',
  limit: 'Limit',
  usual: 'Usual here',
  judgement: 'Judgement',
  harmless: 'Judge harmless',
  wrong: 'Judge wrong',
  judged: 'Judgement saved',
  judgedBy: 'Judged by',
  reason: 'Reason',
  measures: 'What was done',
  measure: 'Measure',
  measureHint: 'Reversals, disputes and closing a partner are done on their own pages first.',
  noteMeasure: 'Note a measure',
  noMeasure: 'No measure noted yet.',
  whatWasDone: 'What was done',
  noted: 'Noted',
  by: 'By',
  records: (count) => `Records it rests on (${count})`,
  recordsNote: 'As they stand now. Open one to act on it on its own page.',
  name: 'Name',
  what: 'What',
  size: 'How much',
  points: (points) => counted(points, 'point', 'points'),
  minutes: (minutes) => `${minutes} min`,
  hands: 'Through whose hands',
  asked: 'reversal asked',
  giftTo: (name) => `Gift to ${name}`,
  shipped: 'Limits (as shipped)',
  limitsFrom: (day) => `Limits from ${day}`,
  limitsNote:
    'What reaches a limit is listed. “Times the usual” goes by one’s own last ninety days; a new partner by others of its kind.',
  off: 'Off',
  coming: 'To come',
  setLimits: 'Change limits',
  limitsSet: 'Limits saved',
  fromOn: 'In force from',
  note: 'Note',
} satisfies typeof zh
