import { columnLabel } from '../../clean/contact/phone-label.ts'
import { readPhones } from '../../clean/contact/phones.ts'
import { asWritten } from '../../clean/text.ts'
import { cellText } from '../../file/book.ts'
import type { PersonRecord, Phone } from '../../shapes.ts'
import { columnsOf, hasColumn, type Office, type RowView, textOf } from './row-view.ts'

/** Street, community and address. What a title says holds only where the row itself names no community. */
export function homeOf(
  view: RowView,
  { directory }: Office,
): Pick<PersonRecord, 'street' | 'community' | 'community_code' | 'address'> {
  const address = textOf(view, 'address')
  const told = [...columnsOf(view, 'community'), ...columnsOf(view, 'address')].map(({ index }) =>
    cellText(view.cells[index]),
  )
  const place = directory.places.find(told, textOf(view, 'street'))
  const around = hasColumn(view, 'community') || place.community !== undefined ? undefined : view.context.place
  const home = { ...place, ...(around && (place.street === undefined || around.street === place.street) ? around : {}) }
  return address === '' ? home : { ...home, address: asWritten(address) }
}

/** All telephones of the row with whose they are, each number once. */
export function phonesOf(view: RowView, { directory }: Office): Phone[] {
  const phones: Phone[] = []
  for (const { index, header } of columnsOf(view, 'phone')) {
    const column = { label: columnLabel(header), areaCode: directory.areaCode }
    for (const phone of readPhones(cellText(view.cells[index]), column)) {
      if (!phones.some((one) => one.number === phone.number)) phones.push(phone)
    }
  }
  return phones
}
