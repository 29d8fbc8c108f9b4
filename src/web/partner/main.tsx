import { createRoot } from 'react-dom/client'
import { ignoreSecondHalves } from '../light/taps.ts'
import { App } from './shell/app.tsx'
import { applyLanguage } from './shell/words.ts'
import './partner.css'

ignoreSecondHalves()
applyLanguage()
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
