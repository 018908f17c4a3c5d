import '@vitejs/plugin-react/preamble'
import './theme/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { startWorkspace } from './workspace/startWorkspace.ts'

startWorkspace()
const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
