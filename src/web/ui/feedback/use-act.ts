import { type QueryKey, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'

type ActOptions<T, V> = {
  /** Said when it is done. */
  said?: string | ((answer: T) => string)
  /** Questions whose answers this act changes. */
  refresh?: readonly QueryKey[]
  onDone?: (answer: T, input: V) => void
}

/** One office act: sent once, told when done, lists refreshed. Its refusal stays in `error` for an ErrorNotice beside the act. */
export function useAct<T, V = void>(
  act: (input: V) => Promise<T>,
  { said, refresh = [], onDone }: ActOptions<T, V> = {},
): UseMutationResult<T, Error, V> {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: act,
    onSuccess: async (answer, input) => {
      if (said) message.success(typeof said === 'string' ? said : said(answer)).then(undefined, () => undefined)
      onDone?.(answer, input)
      await Promise.all(refresh.map((queryKey) => client.invalidateQueries({ queryKey })))
    },
  })
}
