import { useSay } from '../../../../ui/language/language.ts'
import { phoneLabelWords } from './phone-labels.ts'
import css from './ties.module.css'

/** A number one can call from a phone, with whose it is. A masked one cannot be called. */
export function PhoneNumber({ phone }: { phone: { number: string; label?: string } }) {
  const say = useSay()
  const words = phone.label ? phoneLabelWords[phone.label] : undefined
  return (
    <>
      {phone.number.includes('*') ? phone.number : <a href={`tel:${phone.number}`}>{phone.number}</a>}
      {words ? <span className={css.label}> {say(words)}</span> : null}
    </>
  )
}
