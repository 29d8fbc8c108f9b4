import { Page } from '../../ui/page/page.tsx'
import { useHomeWords } from './words.ts'

export function HomePage() {
  const words = useHomeWords()
  return <Page title={words.title}>{null}</Page>
}
