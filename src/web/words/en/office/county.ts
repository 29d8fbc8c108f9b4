import type { county as zh } from '../../zh/office/county.ts'

export const county: typeof zh = {
  title: 'County settings',
  lead: 'These settings hold for the whole county: the area code, the bureau’s telephone, and what a complete record fills in.',
  contact: 'Contact',
  contactNote: (name: string, code: number) => `${name} (${code})`,
  areaCode: 'Telephone area code',
  areaCodeHint: 'Seven-digit numbers are searched with it, for example 0534.',
  bureauPhone: 'The bureau’s telephone',
  bureauPhoneHint: 'The number people are told to ring with questions.',
  siteAddress: 'Address of this system',
  siteAddressHint:
    'Printed on certificates of service, so that others can verify them, for example https://sangyu.example.cn. Empty: the address under which it is printed.',
  required: 'Required fields',
  requiredNote:
    'Nothing is forced at registration; this only counts completeness and what is missing. After a change every record is counted anew in the background.',
  recounting: 'Every record is being counted anew by the new list. You may leave this page.',
  chosen: (count: number) => `${count} chosen`,
  asShaanxi: 'Back to the 22 items of acceptance',
  chooseOne: 'Choose at least one.',
  save: 'Save',
  saved: 'Saved',
}
