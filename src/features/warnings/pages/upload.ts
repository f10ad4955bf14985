import { ORPCError } from '@orpc/client'

export interface UploadFault {
  offline: boolean
  message: string
}

/**
 * Sends one file as a multipart form and tells how many bytes have gone. (`fetch` does not say; XMLHttpRequest does.)
 * @throws the server's problem, or a TypeError where the line failed.
 */
export const upload = (url: string, file: File, onSent: (bytes: number) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const form = new FormData()
    form.append('file', file)
    request.upload.addEventListener('progress', ({ loaded }) => onSent(Math.min(loaded, file.size)))
    request.addEventListener('error', () => reject(new TypeError('The line is down.')))
    request.addEventListener('load', () => {
      if (request.status < 400) return resolve()
      let told: { code?: string; detail?: string; issues?: unknown[]; instance?: string } = {}
      try {
        told = JSON.parse(request.responseText) as typeof told
      } catch {
        // Not one of our problems: a proxy, perhaps.
      }
      reject(
        new ORPCError(told.code ?? 'unexpected', {
          status: request.status,
          message: told.detail ?? '',
          data: { issues: told.issues ?? [], correlation: told.instance },
        }),
      )
    })
    request.open('POST', url)
    request.send(form)
  })
