import type * as zh from '../../zh/activities/calendar-addresses.ts'

export const calendarAddresses: typeof zh.calendarAddresses = {
  act: 'Calendar on a phone',
  of: (name) => `Calendar of ${name}`,
  ofArea: 'Calendar of my area',
  lead: 'Scan the code with a telephone, or copy the address into its subscribed calendars; it keeps itself up to date. Whoever has the address can read it: titles, times and places, nobody’s names.',
  leadPerson:
    'Scan the code with a telephone, or copy the address into its subscribed calendars. It tells what this person signed up for or attended and the turns they took, without their name. Give it to them or their family only.',
  label: 'Where it is used (optional)',
  labelHint: 'e.g. poster at the door',
  make: 'Make an address',
  once: 'The address and the code are shown only now. If they are lost, stop the address and make another.',
  qr: 'QR code of the calendar’s address',
  address: 'Address of the calendar',
  inUse: (n) => `Addresses in use: ${n}`,
  none: 'No address has been given out.',
  noLabel: 'Use not noted',
  by: { self: 'Made by themselves', family: 'Made by a relative', clerk: 'Made by the community' },
  made: (at, by) => (by ? `${at}, ${by}` : at),
  stop: 'Stop it',
  stopSure: 'Telephones with this address lose the calendar at once.',
  stopped: 'The address no longer works',
  notYours: 'This calendar is kept by its own community or street; ask them for an address.',
  choose:
    'To give out the calendar of a community, venue, group or person, choose it on the page first, then open this again.',
}
