import { createRoot } from 'react-dom/client'
import { App } from './shell/app.tsx'
import { applyLanguage } from './shell/words.ts'
import './partner.css'

applyLanguage()
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
