import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { api } from '../../../api.ts'
import { useSettled } from '../../../ui/form/use-settled.ts'
import { usePunctuation } from '../../../ui/language/punctuation.ts'
import { useKitWords } from '../../../ui/language/words.ts'

type AreaPickerProps = {
  id?: string
  kind: 'place' | 'unit'
  label: string
  several?: boolean
  value?: string[] | string | null
  onChange?: (value: string[] | string | null) => void
}

/** Places or units by name alone: administrators choose areas without opening the rooms that hold people. */
export function AreaPicker({ id, kind, label, several = false, value, onChange }: AreaPickerProps) {
  const words = useKitWords()
  const { aside } = usePunctuation()
  const [text, setText] = useState('')
  const [known, setKnown] = useState<{ value: string; label: string }[]>([])
  const q = useSettled(text.trim())
  const found = useQuery({
    queryKey: ['areas', kind, q],
    queryFn: () => api.rights.findAreas({ kind, q }),
    placeholderData: keepPreviousData,
  })
  const fresh = (found.data?.items ?? []).map((area) => ({
    value: area.id,
    label: area.within ? aside(area.name, area.within) : area.name,
  }))
  const options = [...fresh, ...known.filter((one) => !fresh.some(({ value: code }) => code === one.value))]
  return (
    <Select
      id={id ?? kind}
      aria-label={label}
      {...(several ? { mode: 'multiple' as const } : {})}
      value={value ?? (several ? [] : null)}
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      options={options}
      loading={found.isFetching}
      notFoundContent={found.isFetching ? words.loading : words.noChoice}
      onChange={(next: string[] | string | null | undefined) => {
        const chosen = new Set([next ?? []].flat())
        setKnown(options.filter((one) => chosen.has(one.value)))
        onChange?.(next ?? null)
      }}
      style={{ width: '100%' }}
    />
  )
}
