import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { tagsQuery } from '../queries.ts'
import { usePeopleWords } from '../words.ts'

type TagInputProps = { id?: string; value?: string[]; onChange?: (tags: string[]) => void }

const LONGEST = 20

/** Tags in use to choose from; a new one is typed and confirmed with Enter. */
export function TagInput({ id, value = [], onChange }: TagInputProps) {
  const words = usePeopleWords()
  const { data } = useQuery(tagsQuery)
  return (
    <Select<string[]>
      {...(id ? { id } : {})}
      mode="tags"
      value={value}
      options={(data?.items ?? []).map(({ tag, count }) => ({ value: tag, label: words.tagCount(tag, count) }))}
      optionLabelProp="value"
      tokenSeparators={['、', '，', ',', ' ']}
      placeholder={words.choose}
      onChange={(next) => onChange?.(next.map((tag) => tag.trim().slice(0, LONGEST)).filter(Boolean))}
      style={{ width: '100%' }}
    />
  )
}
