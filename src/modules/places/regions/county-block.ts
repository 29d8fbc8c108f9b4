/** A street (9 digits) or community (12 digits) of the national table. */
export interface RegionRow {
  code: string
  name: string
}

/**
 * One county as text for compression: all names, a zero character, then per name what its code adds to the row before.
 * A street writes its three digits behind `s`; a community writes its step from the previous community of the street, and
 * nothing where the step is one. Rows stand in the order of their codes, each street before its communities.
 */
export function packCounty(rows: readonly RegionRow[]): string {
  let previous = 0
  const steps = rows.map(({ code }) => {
    const number = code.length === 9 ? 0 : Number(code.slice(9))
    const step = number - previous
    previous = number
    if (code.length === 9) return `s${code.slice(6)}`
    return step === 1 ? '' : String(step)
  })
  return `${rows.map((row) => row.name).join('\n')}\0${steps.join('\n')}`
}

export function unpackCounty(county: string, text: string): RegionRow[] {
  const [names = '', steps = ''] = text.split('\0')
  const stepOf = steps.split('\n')
  let street = ''
  let number = 0
  return names.split('\n').map((name, index) => {
    const step = stepOf[index] ?? ''
    if (step.startsWith('s')) {
      street = county + step.slice(1)
      number = 0
      return { code: street, name }
    }
    number += step === '' ? 1 : Number(step)
    return { code: street + String(number).padStart(3, '0'), name }
  })
}
