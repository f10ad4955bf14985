import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { Queries } from '#ui/queries.ts'
import { startUi } from '#ui/start.ts'
import { App } from './app.tsx'

const queries = new Queries({
  defaultOptions: {
    // A bad line is the usual case: what was read stays on the screen while it is read again.
    queries: { retry: 2, staleTime: 15_000, refetchOnWindowFocus: true, networkMode: 'always' },
    mutations: { retry: 0, networkMode: 'always' },
  },
})

await startUi()
const place = document.getElementById('root')
if (place)
  createRoot(place).render(
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>,
  )
