import { createRoot } from 'react-dom/client'
import { App } from './shell/app.tsx'
import { applyLanguage, applySize } from './shell/settings.ts'
import './elder.css'

applyLanguage()
applySize()
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
