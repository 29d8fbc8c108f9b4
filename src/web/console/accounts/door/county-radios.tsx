import { useAccountsWords } from '../words.ts'

export type CountyChoice = { county: number; name: string }
type CountyRadiosProps = { counties: CountyChoice[]; value?: number; onChange?: (county: number) => void }

/** Which county, when several share this installation. */
export function CountyRadios({ counties, value, onChange }: CountyRadiosProps) {
  const words = useAccountsWords()
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
      <legend>{words.county}</legend>
      {counties.map(({ county, name }) => (
        <label key={county} style={{ display: 'block', padding: '4px 0' }}>
          <input type="radio" name="county" checked={value === county} onChange={() => onChange?.(county)} /> {name}
        </label>
      ))}
    </fieldset>
  )
}
