import type { keys as zh } from '../../zh/office/keys.ts'

export const keys = {
  title: 'Keys',
  lead: 'Identity numbers, telephones, health and hardship are stored sealed. The keys lie in the server’s keys folder (or a hardware module) alone: never in the database, never in a backup.',
  change: 'Change a key',
  changeLead:
    'The new key seals at once; what is there is sealed anew in the background, and the office goes on working.',
  afterChange:
    'When it is done, run “sangyu backup --recovery-sheet” on the server, print the new sheet and lock it away: without it no backup opens once the keys are lost.',
  purpose: 'Which key',
  purposes: { data: 'Sealing key', index: 'Search key' },
  purposeHelp: { data: 'seals what is stored', index: 'finds people by identity number or telephone' },
  choiceOf: (name: string, help: string) => `${name}: ${help}`,
  profile: 'Algorithms',
  profiles: { sm4: 'SM4 / SM3 (default)', aes: 'AES-256 / SHA-256' },
  begin: 'Begin',
  begun: 'The change of keys has begun',
  state: 'How things stand',
  provider: 'Held by',
  providers: (name: string) => (name === 'software' ? 'software (a file of the server)' : name),
  sealing: 'In use',
  last: 'Last change',
  never: 'none yet',
  going: 'Sealing anew',
  counting: 'Counting what is to be sealed anew …',
  goingNote: 'The office goes on working, and you may leave this page; a server that stops goes on where it was.',
  begunAt: (at: string) => `begun ${at}`,
  finished: (at: string, rows: number) => `done ${at}, ${rows.toLocaleString()} rows sealed anew`,
  fault: 'Some values cannot be opened; the old key was kept. Ask for technical help and compare with a backup.',
  list: 'List of keys',
  listOf: (n: number) => `List of keys (${n})`,
  algorithmOf: (name: string) =>
    name
      .replace('sm4-gcm', 'SM4')
      .replace('hmac-sm3', 'SM3')
      .replace('aes-256-gcm', 'AES-256')
      .replace('hmac-sha256', 'SHA-256'),
  name: 'Key',
  algorithm: 'Algorithm',
  status: 'Status',
  states: { live: 'being replaced', kept: 'retired', destroyed: 'destroyed' },
  newest: 'current',
  days: 'Days',
  created: (day: string) => `since ${day}`,
  rotated: (day: string) => `replaced ${day}`,
  gone: (day: string) => `destroyed ${day}`,
  kept: {
    data: 'replaced; opens backups made before the change',
    index: 'replaced; login names and grants are still checked with it',
  },
  fingerprint: 'Fingerprint',
  note: 'Note',
  acts: 'Acts',
  destroy: 'Destroy',
  destroyTitle: (id: number) => `Destroy sealing key ${id}`,
  destroyLead:
    'Nothing in the database uses it any more. Backups made before the change will then open only with the recovery sheet printed at that time. This cannot be undone.',
  reason: 'Reason',
  reasonHelp: 'for example: all backups from before the change are past their term',
  destroyed: 'The key is being destroyed',
} satisfies typeof zh
