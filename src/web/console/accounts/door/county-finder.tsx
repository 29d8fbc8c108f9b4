import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { api } from '../../../api.ts'
import { ErrorNotice } from '../../../ui/feedback/error-notice.tsx'
import { useSettled } from '../../../ui/form/use-settled.ts'
import { useAccountsWords } from '../words.ts'
import css from './county-finder.module.css'

export type County = { county: number; name: string; path: string }
type CountyFinderProps = { chosen: County | null; onChoose: (county: County | null) => void }
const SHOWN = 8

/** Finds the county in the shipped code table by name or number; the chosen one stays in sight. */
export function CountyFinder({ chosen, onChoose }: CountyFinderProps) {
  const words = useAccountsWords()
  const id = useId()
  const [text, setText] = useState('')
  const q = useSettled(text.trim())
  const found = useQuery({
    queryKey: ['setup', 'counties', q],
    queryFn: () => api.setup.searchCounties({ q }),
    enabled: q !== '' && !chosen,
    placeholderData: keepPreviousData,
  })
  if (chosen)
    return (
      <div className={css.chosen}>
        <div>
          <p className={css.label}>{words.county}</p>
          <p>
            <strong>{chosen.name}</strong>（{chosen.county}）
          </p>
          <p className={css.path}>{chosen.path}</p>
        </div>
        <Button onClick={() => onChoose(null)}>{words.chooseAgain}</Button>
      </div>
    )
  return (
    <div className={css.finder}>
      <label htmlFor={id}>{words.findCounty}</label>
      <Input id={id} value={text} onChange={(event) => setText(event.target.value)} autoComplete="off" />
      <ErrorNotice error={found.error} />
      {q && found.data ? (
        <ul className={css.list} aria-label={words.countiesFound}>
          {found.data.items.slice(0, SHOWN).map((county) => (
            <li key={county.county}>
              <button type="button" className={css.hit} onClick={() => onChoose(county)}>
                <strong>{county.name}</strong>
                <span className={css.path}>
                  {county.path} · {county.county}
                </span>
              </button>
            </li>
          ))}
          <li className={css.count}>{words.countyCount(found.data.total)}</li>
        </ul>
      ) : null}
    </div>
  )
}
