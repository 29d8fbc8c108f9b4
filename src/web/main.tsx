import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queries } from './queries.ts'
import { router } from './router.tsx'
import { language, setLanguage } from './ui/language/language.ts'
import { Design } from './ui/theme/design.tsx'

setLanguage(language())
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <Design>
          <RouterProvider router={router} />
        </Design>
      </QueryClientProvider>
    </StrictMode>,
  )
