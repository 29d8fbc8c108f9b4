import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { useKitWords } from '../language/words.ts'
import { useSettled } from './use-settled.ts'

export type Choice = { value: string; label: string; note?: string | undefined }

type RemoteSelectProps = {
  id?: string
  value?: string | null
  onChange?: (value: string | null, choice: Choice | null) => void
  /** First part of the query's key. */
  name: string
  load: (q: string) => Promise<Choice[]>
  /** The choice that is set before anything was searched. */
  current?: Choice | null
  placeholder?: string
  disabled?: boolean
  label?: string
}

/** A choice among more than fit in a list: typing asks the server. */
export function RemoteSelect(props: RemoteSelectProps) {
  const words = useKitWords()
  const { name, load, value, onChange, current } = props
  const [text, setText] = useState('')
  const [kept, setKept] = useState<Choice | null>(current ?? null)
  const q = useSettled(text.trim())
  const found = useQuery({ queryKey: [name, 'choices', q], queryFn: () => load(q), placeholderData: keepPreviousData })
  const chosen = kept ?? current ?? null
  const options = [...(found.data ?? [])]
  if (value && chosen?.value === value && !options.some((one) => one.value === value)) options.unshift(chosen)
  return (
    <Select<string, Choice>
      id={props.id ?? name}
      value={value ?? null}
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      placeholder={props.placeholder ?? words.typeToFind}
      disabled={props.disabled ?? false}
      aria-label={props.label}
      loading={found.isFetching}
      options={options}
      notFoundContent={found.isFetching ? words.loading : words.noChoice}
      optionRender={({ data }) => labelOf(data)}
      onChange={(next: string | null | undefined) => {
        const choice = options.find((one) => one.value === next) ?? null
        setKept(choice)
        onChange?.(next ?? null, choice)
      }}
      style={{ width: '100%' }}
    />
  )
}

function labelOf({ label, note }: Choice): ReactNode {
  if (!note) return label
  return (
    <span>
      {label} <span style={{ color: '#4b5159', marginLeft: 4 }}>{note}</span>
    </span>
  )
}
